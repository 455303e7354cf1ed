using System.Diagnostics.CodeAnalysis;

namespace ImageStreams.References;

public sealed partial class ImageStreamName
    : IIdentifier<ImageStreamName>, ISpanParsable<ImageStreamName>, IUtf8SpanParsable<ImageStreamName>,
      ISpanFormattable, IUtf8SpanFormattable
{
    static string IIdentifier<ImageStreamName>.Description => "the name of an image stream";

    /// <summary>Reads <c>name</c> or <c>namespace/name</c>.</summary>
    /// <param name="text">The name.</param>
    /// <returns>The name.</returns>
    /// <exception cref="ImageReferenceFormatException">
    /// A part is empty, there is a second slash, or a tag or image is named.
    /// </exception>
    public static ImageStreamName Parse(string text) => Identifier.Parse<ImageStreamName>(text);

    /// <inheritdoc cref="Parse(string)"/>
    public static ImageStreamName Parse(ReadOnlySpan<char> text) => Identifier.Parse<ImageStreamName>(text);

    /// <inheritdoc cref="Parse(string)"/>
    public static ImageStreamName Parse(ReadOnlySpan<byte> text) => Identifier.Parse<ImageStreamName>(text);

    /// <summary>Reads <c>name</c> or <c>namespace/name</c>; a bad name costs no allocation.</summary>
    /// <param name="text">The name, or null, which is none.</param>
    /// <param name="name">The name, or null when the text is none.</param>
    /// <returns>Whether the text is the name of a stream.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out ImageStreamName? name) =>
        Identifier.TryParse(text, out name);

    /// <inheritdoc cref="TryParse(string?, out ImageStreamName?)"/>
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out ImageStreamName? name) =>
        Identifier.TryParse(text, out name);

    /// <inheritdoc cref="TryParse(string?, out ImageStreamName?)"/>
    public static bool TryParse(ReadOnlySpan<byte> text, [NotNullWhen(true)] out ImageStreamName? name) =>
        Identifier.TryParse(text, out name);

    /// <summary>The name as text.</summary>
    /// <returns><c>namespace/name</c>, or the name alone where there is no namespace.</returns>
    public override string ToString() => Namespace.Length == 0 ? Name : $"{Namespace}/{Name}";

    static bool IIdentifier<ImageStreamName>.TryScan(
        ReadOnlySpan<char> text, string? source, [NotNullWhen(true)] out ImageStreamName? result, out ReferenceError error)
    {
        var isValid = NameScanner.TryScanStream(text, out var slash, out error);
        result = isValid ? Cut(text, slash) : null;
        return isValid;
    }

    private static ImageStreamName Cut(ReadOnlySpan<char> text, int slash) =>
        new(text[..Math.Max(slash, 0)].ToString(), text[(slash + 1)..].ToString());
}
