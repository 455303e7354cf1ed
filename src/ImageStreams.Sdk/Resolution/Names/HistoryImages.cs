using ImageStreams.References;

namespace ImageStreams.Resolution;

/// <summary>Which image in a stream's history a name means, as the API server shows it.</summary>
internal static class HistoryImages
{
    /// <summary>The image in a stream's history that a name means, or null.</summary>
    /// <remarks>
    /// Of several that the beginning of a digest fits OpenShift takes any; here it is the one that came last, and of
    /// those that came at once the one under the last tag.
    /// </remarks>
    public static string? Find(ImageStream stream, ImageStreamImageName name) => stream.Status.Tags
        .SelectMany(history => history.Items)
        .Where(item => item.Image.Length > 0 && name.Matches(item.Image))
        .Reverse()
        .MaxBy(item => item.Created)?
        .Image;
}
