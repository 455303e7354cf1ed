using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace ImageStreams.References;

public sealed partial class Digest
    : ISpanParsable<Digest>, IUtf8SpanParsable<Digest>, ISpanFormattable, IUtf8SpanFormattable
{
    private const string What = "a digest";

    /// <summary>Reads a digest.</summary>
    /// <param name="text"><c>algorithm:hex</c>; the algorithm in lower case, the digits in either.</param>
    /// <returns>The digest.</returns>
    /// <exception cref="ImageReferenceFormatException">The text is no digest, or of another algorithm or length.</exception>
    public static Digest Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryScan(text, text, out var digest, out var fault) ? digest : throw fault.For(text, What);
    }

    /// <inheritdoc cref="Parse(string)"/>
    public static Digest Parse(ReadOnlySpan<char> text) =>
        TryScan(text, null, out var digest, out var fault) ? digest : throw fault.For(text, What);

    /// <inheritdoc cref="Parse(string)"/>
    public static Digest Parse(ReadOnlySpan<byte> text)
    {
        using var decoded = new DecodedText(text, stackalloc char[DecodedText.StackLength]);
        return Parse(decoded.Text);
    }

    /// <summary>Reads a digest; a bad one costs no allocation.</summary>
    /// <param name="text">The digest, or null, which is none.</param>
    /// <param name="digest">The digest, or null when the text is none.</param>
    /// <returns>Whether the text is a digest.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Digest? digest) =>
        TryScan(text, text, out digest, out _);

    /// <inheritdoc cref="TryParse(string?, out Digest?)"/>
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out Digest? digest) =>
        TryScan(text, null, out digest, out _);

    /// <inheritdoc cref="TryParse(string?, out Digest?)"/>
    public static bool TryParse(ReadOnlySpan<byte> text, [NotNullWhen(true)] out Digest? digest)
    {
        using var decoded = new DecodedText(text, stackalloc char[DecodedText.StackLength]);
        return TryParse(decoded.Text, out digest);
    }

    /// <summary>The digest as it was written.</summary>
    /// <returns><c>algorithm:hex</c>.</returns>
    public override string ToString() => _text;

    static Digest IParsable<Digest>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static Digest ISpanParsable<Digest>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    static Digest IUtf8SpanParsable<Digest>.Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider) =>
        Parse(utf8Text);

    static bool IParsable<Digest>.TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Digest result) =>
        TryParse(s, out result);

    static bool ISpanParsable<Digest>.TryParse(
        ReadOnlySpan<char> s, IFormatProvider? provider, [MaybeNullWhen(false)] out Digest result) =>
        TryParse(s, out result);

    static bool IUtf8SpanParsable<Digest>.TryParse(
        ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, [MaybeNullWhen(false)] out Digest result) =>
        TryParse(utf8Text, out result);

    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => _text;

    bool ISpanFormattable.TryFormat(
        Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        var fits = _text.TryCopyTo(destination);
        charsWritten = fits ? _text.Length : 0;
        return fits;
    }

    bool IUtf8SpanFormattable.TryFormat(
        Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        Encoding.UTF8.TryGetBytes(_text, utf8Destination, out bytesWritten);

    private static bool TryScan(
        ReadOnlySpan<char> text, string? source, [NotNullWhen(true)] out Digest? digest, out Fault fault)
    {
        var isValid = DigestScanner.TryScan(text, out fault);
        digest = isValid ? new Digest(source ?? text.ToString()) : null;
        return isValid;
    }
}
