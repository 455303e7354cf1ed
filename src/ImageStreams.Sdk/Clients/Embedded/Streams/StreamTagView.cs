using ImageStreams.Collections;
using ImageStreams.References;
using ImageStreams.Resolution;

namespace ImageStreams.Clients;

/// <summary>What a stream looks like through <c>imagestreamtags</c>.</summary>
/// <remarks>Pure functions. The stream is one that was read: with its repositories.</remarks>
internal static class StreamTagView
{
    /// <summary>A tag, or null when it has no image.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="tag">The tag's name.</param>
    /// <param name="image">The tag's image as it is shown; null shows its name only.</param>
    public static ImageStreamTag? Find(ImageStream stream, string tag, Image? image) =>
        FindLatestImage(stream, tag) is { } newest ? Create(stream, tag, newest, image) : null;

    /// <summary>A tag that was just written, be there an image or not.</summary>
    public static ImageStreamTag CreateAfterWrite(ImageStream stream, string tag, Image? image) => Create(
        stream,
        tag,
        FindLatestImage(stream, tag) ?? new TagEvent { Created = stream.Metadata.CreationTimestamp },
        image);

    /// <summary>The newest event of a tag, if it names an image.</summary>
    public static TagEvent? FindLatestImage(ImageStream stream, string tag) =>
        stream.Status.Tags.Find(tag)?.Latest is { Image.Length: > 0 } latest ? latest : null;

    private static ImageStreamTag Create(ImageStream stream, string tag, TagEvent newest, Image? image)
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
                CreationTimestamp = newest.Created,
                Labels = stream.Metadata.Labels,
                Annotations = annotations,
            },
            Tag = specTag,
            Generation = newest.Generation,
            LookupPolicy = stream.Spec.LookupPolicy,
            Conditions = stream.Status.Tags.Find(tag)?.Conditions ?? default,
            Image = CreateImage(stream, tag, newest, image, annotations),
        };
    }

    /// <summary>The image, with the tag's annotations, and its pull spec by the tag's reference policy.</summary>
    private static Image CreateImage(
        ImageStream stream, string tag, TagEvent newest, Image? image, ValueMap<string> annotations)
    {
        if (newest.Image.Length == 0)
        {
            return ImageView.None;
        }

        var pullSpec = PullSpecs.FindLatest(stream, tag);
        return image is null
            ? ImageView.CreateNamed(newest.Image, pullSpec)
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
