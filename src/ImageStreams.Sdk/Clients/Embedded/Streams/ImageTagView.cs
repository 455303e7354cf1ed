using ImageStreams.Internal;
using ImageStreams.References;
using ImageStreams.Resolution;

namespace ImageStreams.Clients;

/// <summary>Creates <c>imagetags</c> from streams.</summary>
/// <remarks>Pure functions. Streams are as a reader sees them: with their repositories.</remarks>
internal static class ImageTagView
{
    /// <summary>Finds a tag; null when the stream has neither a spec tag nor a history of that name.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="tag">The tag's name.</param>
    /// <param name="image">The tag's image as a reader sees it; null to leave it out.</param>
    public static ImageTag? Find(ImageStream stream, string tag, Image? image)
    {
        var exists = stream.Spec.Tags.Contains(tag) || stream.Status.Tags.Contains(tag);
        return exists ? Create(stream, tag, image) : null;
    }

    /// <summary>Creates a tag, whether the stream has it or not.</summary>
    public static ImageTag Create(ImageStream stream, string tag, Image? image) => new()
    {
        Metadata = stream.Metadata with
        {
            Name = ImageStreamTagName.FromParts("", stream.Metadata.Name!, tag).LocalName,
        },
        Spec = stream.Spec.Tags.Find(tag),
        Status = stream.Status.Tags.Find(tag),
        Image = image is null ? null : image with { DockerImageReference = PullSpecs.FindLatest(stream, tag) },
    };

    /// <summary>Returns all tags of a stream without images, in the byte order of their names.</summary>
    public static IEnumerable<ImageTag> ToTags(ImageStream stream) => stream.Spec.Tags
        .Select(specTag => specTag.Name)
        .Concat(stream.Status.Tags.Select(history => history.Tag))
        .Distinct(StringComparer.Ordinal)
        .Order(Utf8Order.Comparer)
        .Select(tag => Find(stream, tag, image: null)!);
}
