using ImageStreams.Validation;

namespace ImageStreams.Tests.Validation;

public class StreamNameRulesTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("0")]
    [InlineData("a.b-c_d")]
    public void FindProblems_ValidName_FindsNone(string name)
    {
        Assert.Empty(StreamNameRules.FindProblems(name, isPrefix: false));
        Assert.Empty(StreamNameRules.FindProblems(name, isPrefix: true));
    }

    [Theory]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("a..b")]
    [InlineData("a__b")]
    [InlineData("a--b")]
    [InlineData("-a")]
    [InlineData("a-")]
    [InlineData("a b")]
    [InlineData("a\n")]
    [InlineData("é")]
    public void FindProblems_InvalidName_IsOneProblem(string name)
    {
        Assert.Single(StreamNameRules.FindProblems(name, isPrefix: false));
        Assert.Single(StreamNameRules.FindProblems(name, isPrefix: true));
    }

    [Fact]
    public void FindProblems_SlashAndPercent_AreTwoProblems() => Assert.Equal(
        [
            "The name 'a/b%' contains '/', which is not allowed in names: remove it.",
            "The name 'a/b%' contains '%', which is not allowed in names: remove it.",
        ],
        StreamNameRules.FindProblems("a/b%", isPrefix: false));

    [Fact]
    public void FindProblems_LineBreak_IsEscaped() =>
        Assert.DoesNotContain('\n', StreamNameRules.FindProblems("a\nb", isPrefix: false)[0]);

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    public void FindProblems_Dots_AreReserved(string name) => Assert.Equal(
        [$"'{name}' has a special meaning in paths and cannot be a name: choose another."],
        StreamNameRules.FindProblems(name, isPrefix: false));
}
