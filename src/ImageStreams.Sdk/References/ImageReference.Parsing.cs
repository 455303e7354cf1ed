using System.Diagnostics.CodeAnalysis;

namespace ImageStreams.References;

public sealed partial class ImageReference
    : IIdentifier<ImageReference>, ISpanParsable<ImageReference>, IUtf8SpanParsable<ImageReference>
{
    /// <summary>The maximum length of a text to parse: 65,536 characters.</summary>
    /// <remarks>
    /// No valid reference is longer than 520 characters: 255 for the name, 128 for the tag, 135 for the digest and two
    /// delimiters. Longer texts up to this limit are still read to the end, so that the failure is the one that
    /// OpenShift reports; texts beyond it are rejected unread as <see cref="ReferenceFailure.TooLong"/>.
    /// </remarks>
    public const int MaxLength = 65_536;

    static string IIdentifier<ImageReference>.Description => "an image reference";

    /// <summary>Parses a reference in OpenShift's grammar, which is that of Docker's pull specs.</summary>
    /// <param name="text">The reference; white space around it is an error.</param>
    /// <returns>The reference.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="ImageReferenceFormatException">The text is not an image reference.</exception>
    public static ImageReference Parse(string text) => Identifier.Parse<ImageReference>(text);

    /// <inheritdoc cref="Parse(string)"/>
    public static ImageReference Parse(ReadOnlySpan<char> text) => Identifier.Parse<ImageReference>(text);

    /// <inheritdoc cref="Parse(string)"/>
    public static ImageReference Parse(ReadOnlySpan<byte> text) => Identifier.Parse<ImageReference>(text);

    /// <summary>Tries to parse a reference; an invalid one causes no allocation.</summary>
    /// <param name="text">The reference; null is not one.</param>
    /// <param name="reference">The reference, or null when the text is not one.</param>
    /// <returns>True when the text is a reference.</returns>
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
