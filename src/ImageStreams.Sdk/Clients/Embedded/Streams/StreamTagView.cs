using ImageStreams.Collections;
using ImageStreams.References;
using ImageStreams.Resolution;

namespace ImageStreams.Clients;

/// <summary>Creates <c>imagestreamtags</c> from streams.</summary>
/// <remarks>Pure functions. Streams are as a reader sees them: with their repositories.</remarks>
internal static class StreamTagView
{
    /// <summary>Finds a tag; null when it has no image.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="tag">The tag's name.</param>
    /// <param name="image">The tag's image as a reader sees it; null for its name only.</param>
    public static ImageStreamTag? Find(ImageStream stream, string tag, Image? image) =>
        FindLatestImage(stream, tag) is { } latest ? Create(stream, tag, latest, image) : null;

    /// <summary>Creates a tag that was just written, whether it has an image or not.</summary>
    public static ImageStreamTag CreateAfterWrite(ImageStream stream, string tag, Image? image) => Create(
        stream,
        tag,
        FindLatestImage(stream, tag) ?? new TagEvent { Created = stream.Metadata.CreationTimestamp },
        image);

    /// <summary>Finds the latest event of a tag, if it names an image.</summary>
    public static TagEvent? FindLatestImage(ImageStream stream, string tag) =>
        stream.Status.Tags.Find(tag)?.Latest is { Image.Length: > 0 } latest ? latest : null;

    private static ImageStreamTag Create(ImageStream stream, string tag, TagEvent latest, Image? image)
    {
        var specTag = stream.Spec.Tags.Find(tag);
        var annotations = specTag?.Annotations ?? default;
        return new ImageStreamTag
        {
            Metadata = new ObjectMeta
            {
                Name = ImageStreamTagName.FromParts("", stream.Metadata.Name!, tag).LocalName,
                Namespace = stream.Metadata.Namespace,
                Uid = stream.Metadata.Uid,
                ResourceVersion = stream.Metadata.ResourceVersion,
                CreationTimestamp = latest.Created,
                Labels = stream.Metadata.Labels,
                Annotations = annotations,
            },
            Tag = specTag,
            Generation = latest.Generation,
            LookupPolicy = stream.Spec.LookupPolicy,
            Conditions = stream.Status.Tags.Find(tag)?.Conditions ?? default,
            Image = CreateImage(stream, tag, latest, image, annotations),
        };
    }

    /// <summary>Creates the image with the tag's annotations, and the pull spec of its reference policy.</summary>
    private static Image CreateImage(
        ImageStream stream, string tag, TagEvent latest, Image? image, ValueMap<string> annotations)
    {
        if (latest.Image.Length == 0)
        {
            return ImageView.None;
        }

        var pullSpec = PullSpecs.FindLatest(stream, tag);
        return image is null
            ? ImageView.CreateNamed(latest.Image, pullSpec)
            : image with
            {
                DockerImageReference = pullSpec,
                Metadata = image.Metadata with { Annotations = Merge(image.Metadata.Annotations, annotations) },
            };
    }

    private static ValueMap<string> Merge(ValueMap<string> annotations, ValueMap<string> more)
    {
        foreach (var (key, value) in more)
        {
            annotations = annotations.Set(key, value);
        }

        return annotations;
    }
}
