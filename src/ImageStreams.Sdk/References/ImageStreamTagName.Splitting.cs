namespace ImageStreams.References;

public sealed partial class ImageStreamTagName
{
    /// <summary>Cuts a text at its first colon, as OpenShift does where it only needs the parts of a name.</summary>
    /// <param name="text">The name of a tag, or of a stream alone; nothing is checked.</param>
    /// <param name="stream">What stands before the colon, or all of it; may be empty.</param>
    /// <param name="tag">What stands behind the colon, or <c>latest</c> where that is nothing.</param>
    /// <returns>Whether there was a colon.</returns>
    public static bool TrySplit(string text, out string stream, out string tag)
    {
        ArgumentNullException.ThrowIfNull(text);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        stream = colon < 0 ? text : text[..colon];
        tag = colon < 0 || colon == text.Length - 1 ? DockerHub.LatestTag : text[(colon + 1)..];
        return colon >= 0;
    }

    /// <summary>Puts a colon between two texts.</summary>
    /// <param name="stream">The stream's name, not checked.</param>
    /// <param name="tag">The tag, not checked; empty means <c>latest</c>.</param>
    /// <returns><c>stream:tag</c>.</returns>
    public static string Join(string stream, string tag) =>
        $"{stream}:{(string.IsNullOrEmpty(tag) ? DockerHub.LatestTag : tag)}";
}
