using System.Diagnostics.CodeAnalysis;

namespace ImageStreams.References;

public sealed partial class ImageStreamTagName
{
    /// <summary>Reads <c>namespace/stream:tag</c> or <c>stream:tag</c>: what <see cref="ToString"/> writes.</summary>
    /// <remarks>
    /// For what people type. The fields of API objects hold names without a namespace; read those with
    /// <see cref="Parse(string)"/>, so that a slash in one cannot lead into another namespace.
    /// </remarks>
    /// <param name="text">The name.</param>
    /// <returns>The name.</returns>
    /// <exception cref="ImageReferenceFormatException">The text is not such a name.</exception>
    public static ImageStreamTagName ParseQualified(string text)
    {
        var name = Parse(text);
        return TryQualify(name, out var qualified, out var error)
            ? qualified
            : throw error.ToException(text, "the qualified name of an image stream tag");
    }

    /// <summary>Reads <c>namespace/stream:tag</c> or <c>stream:tag</c>; a bad name costs no message.</summary>
    /// <param name="text">The name, or null, which is none.</param>
    /// <param name="name">The name, or null when the text is none.</param>
    /// <returns>Whether the text is such a name.</returns>
    public static bool TryParseQualified(
        [NotNullWhen(true)] string? text, [NotNullWhen(true)] out ImageStreamTagName? name)
    {
        name = null;
        return TryParse(text, out var local) && TryQualify(local, out name, out _);
    }

    private static bool TryQualify(
        ImageStreamTagName local, [NotNullWhen(true)] out ImageStreamTagName? qualified, out ReferenceError error)
    {
        var isValid = NameScanner.TryScanStream(local.Stream, out var slash, out error);
        qualified = isValid
            ? new ImageStreamTagName(local.Stream[..Math.Max(slash, 0)], local.Stream[(slash + 1)..], local.Tag)
            : null;
        return isValid;
    }
}
