using ImageStreams.References;

namespace ImageStreams.Resolution;

/// <summary>Finds images in the histories of a stream.</summary>
/// <remarks>Pure functions.</remarks>
public static class StreamImages
{
    /// <summary>Resolves the id of an image: its digest, or the beginning of it with or without the algorithm.</summary>
    /// <remarks>
    /// As in OpenShift. When tags have the image from different sources, OpenShift uses any of them; here, it is the
    /// first of those tags in the byte order of their names. Of the events of one tag, the oldest is used.
    /// </remarks>
    /// <param name="stream">The stream.</param>
    /// <param name="id">The id; empty is the beginning of every image.</param>
    /// <returns>The image, or the reason why there is no single one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> or <paramref name="id"/> is null.</exception>
    public static StreamImageResult Resolve(ImageStream stream, string id)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(id);
        return new ImageIndex(stream).Resolve(id);
    }

    /// <summary>Finds the name of the image that an API server shows under the name of a stream image.</summary>
    /// <remarks>
    /// When several images begin with the id, OpenShift uses any of them; here, it is the one with the latest event
    /// and, of events at the same time, that of the last tag.
    /// </remarks>
    internal static string? FindInHistory(ImageStream stream, ImageStreamImageName name) => stream.Status.Tags
        .SelectMany(history => history.Items)
        .Where(item => item.Image.Length > 0 && name.Matches(item.Image))
        .Reverse()
        .MaxBy(item => item.Created)?
        .Image;
}
