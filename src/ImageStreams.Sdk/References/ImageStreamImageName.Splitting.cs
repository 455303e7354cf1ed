namespace ImageStreams.References;

public sealed partial class ImageStreamImageName
{
    /// <summary>Cuts a text at its first <c>@</c>, as OpenShift does where it only needs the parts of a name.</summary>
    /// <param name="text">The name of an image, or of a stream alone; nothing is checked.</param>
    /// <param name="stream">What stands before the <c>@</c>, or all of it; may be empty.</param>
    /// <param name="id">What stands behind the <c>@</c>; may be empty, since there is no image to assume.</param>
    /// <returns>Whether there was an <c>@</c>.</returns>
    public static bool TrySplit(string text, out string stream, out string id)
    {
        ArgumentNullException.ThrowIfNull(text);
        var at = text.IndexOf('@', StringComparison.Ordinal);
        stream = at < 0 ? text : text[..at];
        id = at < 0 ? "" : text[(at + 1)..];
        return at >= 0;
    }

    /// <summary>Puts an <c>@</c> between two texts.</summary>
    /// <param name="stream">The stream's name, not checked.</param>
    /// <param name="id">The image's digest or another id, not checked.</param>
    /// <returns><c>stream@id</c>.</returns>
    public static string Join(string stream, string id) => $"{stream}@{id}";
}
