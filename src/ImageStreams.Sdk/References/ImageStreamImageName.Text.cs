using System.Diagnostics.CodeAnalysis;

namespace ImageStreams.References;

public sealed partial class ImageStreamImageName
    : IIdentifier<ImageStreamImageName>, ISpanParsable<ImageStreamImageName>, IUtf8SpanParsable<ImageStreamImageName>,
      ISpanFormattable, IUtf8SpanFormattable
{
    static string IIdentifier<ImageStreamImageName>.Description => "the name of an image stream image";

    /// <summary>Reads <c>stream@id</c> as OpenShift does: nothing counts but the mark between the parts.</summary>
    /// <param name="text">The name without a namespace: a slash in it belongs to the stream's name.</param>
    /// <returns>The name, its <see cref="Namespace"/> empty.</returns>
    /// <exception cref="ImageReferenceFormatException">
    /// The text has no or several <c>@</c>, or a side is empty.
    /// </exception>
    public static ImageStreamImageName Parse(string text) => Identifier.Parse<ImageStreamImageName>(text);

    /// <inheritdoc cref="Parse(string)"/>
    public static ImageStreamImageName Parse(ReadOnlySpan<char> text) => Identifier.Parse<ImageStreamImageName>(text);

    /// <inheritdoc cref="Parse(string)"/>
    public static ImageStreamImageName Parse(ReadOnlySpan<byte> text) => Identifier.Parse<ImageStreamImageName>(text);

    /// <summary>Reads <c>stream@id</c>; a bad name costs no allocation.</summary>
    /// <param name="text">The name, or null, which is none.</param>
    /// <param name="name">The name, or null when the text is none.</param>
    /// <returns>Whether the text is the name of an image stream image.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out ImageStreamImageName? name) =>
        Identifier.TryParse(text, out name);

    /// <inheritdoc cref="TryParse(string?, out ImageStreamImageName?)"/>
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out ImageStreamImageName? name) =>
        Identifier.TryParse(text, out name);

    /// <inheritdoc cref="TryParse(string?, out ImageStreamImageName?)"/>
    public static bool TryParse(ReadOnlySpan<byte> text, [NotNullWhen(true)] out ImageStreamImageName? name) =>
        Identifier.TryParse(text, out name);

    static bool IIdentifier<ImageStreamImageName>.TryScan(
        ReadOnlySpan<char> text, string? source, [NotNullWhen(true)] out ImageStreamImageName? result, out ReferenceError error)
    {
        var isValid = NameScanner.TryScanImage(text, out var at, out error);
        result = isValid
            ? new ImageStreamImageName("", text[..at].ToString(), text[(at + 1)..].ToString())
            : null;
        return isValid;
    }
}
