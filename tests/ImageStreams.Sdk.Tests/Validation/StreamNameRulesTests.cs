using ImageStreams.Validation;

namespace ImageStreams.Tests.Validation;

public class StreamNameRulesTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("0")]
    [InlineData("a.b-c_d")]
    public void FindProblems_GoodName_FindsNone(string name)
    {
        Assert.Empty(StreamNameRules.FindProblems(name));
        Assert.Empty(StreamNameRules.FindPrefixProblems(name));
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
    public void FindProblems_OtherThanWordsAndSingleMarks_IsOneProblem(string name)
    {
        Assert.Single(StreamNameRules.FindProblems(name));
        Assert.Single(StreamNameRules.FindPrefixProblems(name));
    }

    [Fact]
    public void FindProblems_SlashAndPercent_AreAProblemEach() => Assert.Equal(
        [
            "The name 'a/b%' contains '/', which no name may: remove it.",
            "The name 'a/b%' contains '%', which no name may: remove it.",
        ],
        StreamNameRules.FindProblems("a/b%"));

    [Fact]
    public void FindProblems_LineBreak_IsEscaped() =>
        Assert.DoesNotContain('\n', StreamNameRules.FindProblems("a\nb")[0]);

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    public void FindProblems_Dots_ArePlaces(string name) => Assert.Equal(
        [$"'{name}' has a meaning of its own in paths and cannot be a name: choose another."],
        StreamNameRules.FindProblems(name));
}
