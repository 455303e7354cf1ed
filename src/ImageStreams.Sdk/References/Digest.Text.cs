using System.Diagnostics.CodeAnalysis;

namespace ImageStreams.References;

public sealed partial class Digest
    : IIdentifier<Digest>, ISpanParsable<Digest>, IUtf8SpanParsable<Digest>,
      ISpanFormattable, IUtf8SpanFormattable
{
    static string IIdentifier<Digest>.Description => "a digest";

    /// <summary>Reads a digest.</summary>
    /// <param name="text"><c>algorithm:hex</c>; the algorithm in lower case, the digits in either.</param>
    /// <returns>The digest.</returns>
    /// <exception cref="ImageReferenceFormatException">
    /// The text is no digest, or one of another algorithm or length.
    /// </exception>
    public static Digest Parse(string text) => Identifier.Parse<Digest>(text);

    /// <inheritdoc cref="Parse(string)"/>
    public static Digest Parse(ReadOnlySpan<char> text) => Identifier.Parse<Digest>(text);

    /// <inheritdoc cref="Parse(string)"/>
    public static Digest Parse(ReadOnlySpan<byte> text) => Identifier.Parse<Digest>(text);

    /// <summary>Reads a digest; a bad one costs no allocation.</summary>
    /// <param name="text">The digest, or null, which is none.</param>
    /// <param name="digest">The digest, or null when the text is none.</param>
    /// <returns>Whether the text is a digest.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Digest? digest) =>
        Identifier.TryParse(text, out digest);

    /// <inheritdoc cref="TryParse(string?, out Digest?)"/>
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out Digest? digest) =>
        Identifier.TryParse(text, out digest);

    /// <inheritdoc cref="TryParse(string?, out Digest?)"/>
    public static bool TryParse(ReadOnlySpan<byte> text, [NotNullWhen(true)] out Digest? digest) =>
        Identifier.TryParse(text, out digest);

    /// <summary>The digest as it was written.</summary>
    /// <returns><c>algorithm:hex</c>.</returns>
    public override string ToString() => _text;

    static bool IIdentifier<Digest>.TryScan(
        ReadOnlySpan<char> text, string? source, [NotNullWhen(true)] out Digest? result, out ReferenceError error)
    {
        var isValid = DigestScanner.TryScan(text, out error);
        result = isValid ? new Digest(source ?? text.ToString()) : null;
        return isValid;
    }
}
