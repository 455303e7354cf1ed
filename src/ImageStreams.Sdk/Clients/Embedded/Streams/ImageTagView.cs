using ImageStreams.Internal;
using ImageStreams.References;
using ImageStreams.Resolution;

namespace ImageStreams.Clients;

/// <summary>What a stream looks like through <c>imagetags</c>.</summary>
/// <remarks>Pure functions. The stream is one that was read: with its repositories.</remarks>
internal static class ImageTagView
{
    /// <summary>A tag, or null when the stream neither wishes nor has it.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="tag">The tag's name.</param>
    /// <param name="image">The tag's image as it is shown; null to leave it out.</param>
    public static ImageTag? Find(ImageStream stream, string tag, Image? image)
    {
        var (specTag, history) = (stream.Spec.Tags.Find(tag), stream.Status.Tags.Find(tag));
        return specTag is null && history is null ? null : new ImageTag
        {
            Metadata = stream.Metadata with
            {
                Name = ImageStreamTagName.FromParts("", stream.Metadata.Name!, tag).LocalName,
            },
            Spec = specTag,
            Status = history,
            Image = image is null ? null : image with { DockerImageReference = PullSpecs.FindLatest(stream, tag) },
        };
    }

    /// <summary>Every tag that a stream wishes or has, in the order of their names' bytes, without images.</summary>
    public static IEnumerable<ImageTag> ToTags(ImageStream stream) => stream.Spec.Tags
        .Select(specTag => specTag.Name)
        .Concat(stream.Status.Tags.Select(history => history.Tag))
        .Distinct(StringComparer.Ordinal)
        .Order(Utf8Order.Comparer)
        .Select(tag => Find(stream, tag, image: null)!);
}
