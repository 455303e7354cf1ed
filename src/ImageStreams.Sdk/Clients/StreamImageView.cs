using ImageStreams.References;

namespace ImageStreams.Clients;

/// <summary>What a stream looks like through <c>imagestreamimages</c>.</summary>
internal static class StreamImageView
{
    /// <summary>An image of a stream, under the name it was asked for by, with the pull spec of the image itself.</summary>
    public static ImageStreamImage Of(ImageStream stream, ImageStreamImageName name, Image image) => new()
    {
        Metadata = new ObjectMeta
        {
            Name = name.LocalName,
            Namespace = stream.Metadata.Namespace,
            CreationTimestamp = image.Metadata.CreationTimestamp,
            Annotations = stream.Metadata.Annotations,
        },
        Image = image,
    };

    /// <summary>The image in a stream's history that a name means, or null.</summary>
    /// <remarks>
    /// Of several that the beginning of a digest fits OpenShift takes any; here it is the one that came last, and of
    /// those that came at once the one under the last tag.
    /// </remarks>
    public static string? FindImage(ImageStream stream, ImageStreamImageName name) => stream.Status.Tags
        .SelectMany(history => history.Items)
        .Where(item => item.Image.Length > 0 && name.Matches(item.Image))
        .Reverse()
        .MaxBy(item => item.Created)?
        .Image;
}
