using System.Text;
using ImageStreams.References;

namespace ImageStreams.Tests.References;

/// <summary>The framework's parsing and formatting interfaces in generic code.</summary>
public class IdentifierInterfacesTests
{
    [Fact]
    public void ImageReference_ThroughInterfaces_ParsesAndPrints() =>
        AssertIdentifier<ImageReference>("r.io/a/b:t", "A");

    [Fact]
    public void Digest_ThroughInterfaces_ParsesAndPrints() => AssertIdentifier<Digest>(TestDigests.Sha256, "sha256");

    [Fact]
    public void ImageStreamName_ThroughInterfaces_ParsesAndPrints() => AssertIdentifier<ImageStreamName>("ns/é", "a:b");

    [Fact]
    public void ImageStreamTagName_ThroughInterfaces_ParsesAndPrints() =>
        AssertIdentifier<ImageStreamTagName>("é:t", "é");

    [Fact]
    public void ImageStreamImageName_ThroughInterfaces_ParsesAndPrints() =>
        AssertIdentifier<ImageStreamImageName>("é@sha256:0", "é");

    private static void AssertIdentifier<T>(string good, string bad)
        where T : ISpanParsable<T>, IUtf8SpanParsable<T>, ISpanFormattable, IUtf8SpanFormattable
    {
        var utf8 = Encoding.UTF8.GetBytes(good);
        var value = T.Parse(good, null);

        Assert.Equal(value, T.Parse(good.AsSpan(), null));
        Assert.Equal(value, T.Parse(utf8, null));
        Assert.True(T.TryParse(good, null, out var fromText) && value.Equals(fromText));
        Assert.True(T.TryParse(good.AsSpan(), null, out var fromSpan) && value.Equals(fromSpan));
        Assert.True(T.TryParse(utf8, null, out var fromUtf8) && value.Equals(fromUtf8));
        AssertRefused<T>(bad);
        AssertPrinted(value, good);
    }

    private static void AssertRefused<T>(string bad)
        where T : ISpanParsable<T>, IUtf8SpanParsable<T>
    {
        var utf8 = Encoding.UTF8.GetBytes(bad);

        Assert.False(T.TryParse(bad, null, out _));
        Assert.False(T.TryParse((string?)null, null, out _));
        Assert.False(T.TryParse(bad.AsSpan(), null, out _));
        Assert.False(T.TryParse(utf8, null, out _));
        Assert.Throws<ImageReferenceFormatException>(() => T.Parse(bad, null));
        Assert.Throws<ImageReferenceFormatException>(() => T.Parse(bad.AsSpan(), null));
        Assert.Throws<ImageReferenceFormatException>(() => T.Parse(utf8, null));
    }

    private static void AssertPrinted<T>(T value, string text)
        where T : ISpanFormattable, IUtf8SpanFormattable
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        var (chars, bytes) = (new char[text.Length], new byte[utf8.Length]);

        Assert.True(value.TryFormat(chars, out var charsWritten, "any", null));
        Assert.True(value.TryFormat(bytes, out var bytesWritten, "any", null));
        Assert.Equal((text.Length, utf8.Length), (charsWritten, bytesWritten));
        Assert.Equal(text, new string(chars));
        Assert.Equal(utf8, bytes);
        Assert.Equal($"<{text}>", $"<{value:any}>");
        Assert.False(value.TryFormat(chars.AsSpan(1), out charsWritten, default, null));
        Assert.False(value.TryFormat(bytes.AsSpan(1), out bytesWritten, default, null));
        Assert.Equal((0, 0), (charsWritten, bytesWritten));
    }
}
