using System.Diagnostics.CodeAnalysis;

namespace ImageStreams.References;

public sealed partial class ImageReference
    : IIdentifier<ImageReference>, ISpanParsable<ImageReference>, IUtf8SpanParsable<ImageReference>
{
    /// <summary>The most characters of a text that are read: 65,536.</summary>
    /// <remarks>
    /// No reference with more than 520 characters is valid: 255 of name, 128 of tag, 135 of digest and two marks. Texts
    /// up to this length are still read to the end, so that what is wrong with them has the name OpenShift gives it;
    /// longer ones are refused unread, as <see cref="ReferenceFailure.TooLong"/>.
    /// </remarks>
    public const int MaxLength = 65_536;

    static string IIdentifier<ImageReference>.Description => "an image reference";

    /// <summary>Reads a reference in OpenShift's grammar, which is that of Docker's pull specs.</summary>
    /// <param name="text">The reference; no white space around it is tolerated.</param>
    /// <returns>The reference.</returns>
    /// <exception cref="ImageReferenceFormatException">The text is no image reference.</exception>
    public static ImageReference Parse(string text) => Identifier.Parse<ImageReference>(text);

    /// <inheritdoc cref="Parse(string)"/>
    public static ImageReference Parse(ReadOnlySpan<char> text) => Identifier.Parse<ImageReference>(text);

    /// <inheritdoc cref="Parse(string)"/>
    public static ImageReference Parse(ReadOnlySpan<byte> text) => Identifier.Parse<ImageReference>(text);

    /// <summary>Reads a reference; a bad one costs no allocation.</summary>
    /// <param name="text">The reference, or null, which is none.</param>
    /// <param name="reference">The reference, or null when the text is none.</param>
    /// <returns>Whether the text is a reference.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out ImageReference? reference) =>
        Identifier.TryParse(text, out reference);

    /// <inheritdoc cref="TryParse(string?, out ImageReference?)"/>
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out ImageReference? reference) =>
        Identifier.TryParse(text, out reference);

    /// <inheritdoc cref="TryParse(string?, out ImageReference?)"/>
    public static bool TryParse(ReadOnlySpan<byte> text, [NotNullWhen(true)] out ImageReference? reference) =>
        Identifier.TryParse(text, out reference);

    static bool IIdentifier<ImageReference>.TryScan(
        ReadOnlySpan<char> text, string? source, [NotNullWhen(true)] out ImageReference? result, out ReferenceError error)
    {
        var isValid = ReferenceScanner.TryScan(text, out var layout, out error);
        result = isValid ? new ImageReference(source ?? text.ToString(), layout) : null;
        return isValid;
    }
}
