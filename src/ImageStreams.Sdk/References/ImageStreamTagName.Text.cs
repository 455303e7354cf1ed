using System.Diagnostics.CodeAnalysis;

namespace ImageStreams.References;

public sealed partial class ImageStreamTagName
    : IIdentifier<ImageStreamTagName>, ISpanParsable<ImageStreamTagName>, IUtf8SpanParsable<ImageStreamTagName>,
      ISpanFormattable, IUtf8SpanFormattable
{
    static string IIdentifier<ImageStreamTagName>.Description => "the name of an image stream tag";

    /// <summary>Reads <c>stream:tag</c> as OpenShift does: nothing counts but the mark between the parts.</summary>
    /// <param name="text">The name without a namespace: a slash in it belongs to the stream's name.</param>
    /// <returns>The name, its <see cref="Namespace"/> empty.</returns>
    /// <exception cref="ImageReferenceFormatException">
    /// The text holds an <c>@</c>, has no or several colons, or a side is empty.
    /// </exception>
    public static ImageStreamTagName Parse(string text) => Identifier.Parse<ImageStreamTagName>(text);

    /// <inheritdoc cref="Parse(string)"/>
    public static ImageStreamTagName Parse(ReadOnlySpan<char> text) => Identifier.Parse<ImageStreamTagName>(text);

    /// <inheritdoc cref="Parse(string)"/>
    public static ImageStreamTagName Parse(ReadOnlySpan<byte> text) => Identifier.Parse<ImageStreamTagName>(text);

    /// <summary>Reads <c>stream:tag</c>; a bad name costs no allocation.</summary>
    /// <param name="text">The name, or null, which is none.</param>
    /// <param name="name">The name, or null when the text is none.</param>
    /// <returns>Whether the text is the name of an image stream tag.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out ImageStreamTagName? name) =>
        Identifier.TryParse(text, out name);

    /// <inheritdoc cref="TryParse(string?, out ImageStreamTagName?)"/>
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out ImageStreamTagName? name) =>
        Identifier.TryParse(text, out name);

    /// <inheritdoc cref="TryParse(string?, out ImageStreamTagName?)"/>
    public static bool TryParse(ReadOnlySpan<byte> text, [NotNullWhen(true)] out ImageStreamTagName? name) =>
        Identifier.TryParse(text, out name);

    static bool IIdentifier<ImageStreamTagName>.TryScan(
        ReadOnlySpan<char> text, string? source, [NotNullWhen(true)] out ImageStreamTagName? result, out ReferenceError error)
    {
        var isValid = NameScanner.TryScanTag(text, out var colon, out error);
        result = isValid
            ? new ImageStreamTagName("", text[..colon].ToString(), text[(colon + 1)..].ToString())
            : null;
        return isValid;
    }
}
