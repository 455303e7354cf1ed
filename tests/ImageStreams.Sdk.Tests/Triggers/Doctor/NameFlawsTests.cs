using ImageStreams.Triggers;

namespace ImageStreams.Tests.Triggers;

/// <summary>The flaws of names, and those that can be corrected.</summary>
public class NameFlawsTests
{
    private const string Letters = "it may have lower-case letters, digits and hyphens only.";
    private const string StreamLetters = "the name of a stream may have lower-case letters, digits, dots, underscores and hyphens only.";

    [Theory]
    [InlineData("shop", null)]
    [InlineData("a-1", null)]
    [InlineData("", null)]
    [InlineData(" shop", "it begins with a blank.")]
    [InlineData("shop\t", "it ends with a blank.")]
    [InlineData(" shop ", "it begins and ends with a blank.")]
    [InlineData("sh op", "it has a blank in it.")]
    [InlineData("Shop", Letters)]
    [InlineData("shop.x", Letters)]
    [InlineData("-shop", "it may not begin or end with a hyphen.")]
    [InlineData("shop-", "it may not begin or end with a hyphen.")]
    [InlineData("a23456789012345678901234567890123456789012345678901234567890123", null)]
    [InlineData("a234567890123456789012345678901234567890123456789012345678901234", "it has more than 63 characters.")]
    public void FindInNamespace_Name_ExplainsItsFlaw(string ns, string? flaw) => Assert.Equal(flaw, NameFlaws.FindInNamespace(ns));

    [Theory]
    [InlineData("ruby:a", null)]
    [InlineData("r.u_b-y0:A", null)]
    [InlineData(":a", "it begins with a colon, and names no stream.")]
    [InlineData("ruby:a:b", "it has two colons.")]
    [InlineData("ruby: a", "it has a blank in it.")]
    [InlineData("Ruby:a", StreamLetters)]
    [InlineData("ru/by:a", StreamLetters)]
    public void FindInTag_Name_ExplainsItsFlaw(string name, string? flaw) => Assert.Equal(flaw, NameFlaws.FindInTag(name));

    [Theory]
    [InlineData("ruby", null)]
    [InlineData("zz.9_-a", null)]
    [InlineData("ru by", "it has a blank in it.")]
    [InlineData("rüby", StreamLetters)]
    public void FindInStream_Name_ExplainsItsFlaw(string name, string? flaw) => Assert.Equal(flaw, NameFlaws.FindInStream(name));

    [Theory]
    [InlineData(" ruby : a ", "ruby:a")]
    [InlineData("ruby:a", null)]
    [InlineData("", null)]
    [InlineData(" : ", null)]
    [InlineData(" Ruby:a", null)]
    [InlineData("ru by:a", null)]
    public void Correct_Tag_RemovesBlanksIfThatHelps(string name, string? corrected) =>
        Assert.Equal(corrected, NameFlaws.Correct(name, NameFlaws.FindInTag));

    [Theory]
    [InlineData(" ", null)]
    [InlineData(" shop", "shop")]
    public void Correct_Namespace_IsNeverEmpty(string name, string? corrected) =>
        Assert.Equal(corrected, NameFlaws.Correct(name, NameFlaws.FindInNamespace));
}
