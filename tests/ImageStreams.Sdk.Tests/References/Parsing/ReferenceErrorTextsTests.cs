using ImageStreams.References;

namespace ImageStreams.Tests.References;

/// <summary>The messages at the borders: the longest text, cut pairs of surrogates, one digit, and empty schemes.</summary>
public class ReferenceErrorTextsTests
{
    [Fact]
    public void Excerpt_PairOfSurrogatesAtTheEnd_IsNotCut()
    {
        var text = new string('!', 255) + "\U0001F600!!";

        Assert.Equal(new string('!', 255) + "…", Fails(text).Value);
    }

    [Fact]
    public void Reason_TooLongWithAScheme_IsTheLength() => Assert.Contains(
        "it is longer than 65536 characters",
        Fails("http://" + new string('a', ImageReference.MaxLength)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Reason_EmptyScheme_IsNotNamed() =>
        Assert.DoesNotContain("leave out", Fails("://x").Message, StringComparison.Ordinal);

    [Fact]
    public void Reason_OneDigit_IsSingular() => Assert.Contains(
        "it has 1 hexadecimal digit at index 7, but",
        Assert.Throws<ImageReferenceFormatException>(() => Digest.Parse("sha256:a")).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData(0, ReferenceFailure.DigestLength)]
    [InlineData(1, ReferenceFailure.TooLong)]
    public void Parse_DigestAroundTheLimit_IsReadUpToIt(int beyond, ReferenceFailure reason)
    {
        var text = "sha256:" + new string('a', ImageReference.MaxLength - 7 + beyond);

        Assert.False(Digest.TryParse(text, out _));
        Assert.Equal(reason, Assert.Throws<ImageReferenceFormatException>(() => Digest.Parse(text)).Reason);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void TryParse_StreamNameAroundTheLimit_IsReadUpToIt(int beyond, bool expected) =>
        Assert.Equal(expected, ImageStreamName.TryParse(new string('a', ImageReference.MaxLength + beyond), out _));

    [Fact]
    public void TryParse_DigestOfTheRightLengthWithOtherLetters_IsRefused() =>
        Assert.False(Digest.TryParse("sha256:" + new string('g', 64), out _));

    private static ImageReferenceFormatException Fails(string text) =>
        Assert.Throws<ImageReferenceFormatException>(() => ImageReference.Parse(text));
}
