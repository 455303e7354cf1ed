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
        NewestImage(stream, tag) is { } newest ? Show(stream, tag, newest, image) : null;

    /// <summary>A tag that was just written, be there an image or not.</summary>
    public static ImageStreamTag Written(ImageStream stream, string tag, Image? image) => Show(
        stream,
        tag,
        NewestImage(stream, tag) ?? new TagEvent { Created = stream.Metadata.CreationTimestamp },
        image);

    /// <summary>The newest event of a tag, if it names an image.</summary>
    public static TagEvent? NewestImage(ImageStream stream, string tag) =>
        stream.Status.Tags.Find(tag) is { Items: [{ Image.Length: > 0 } newest, ..] } ? newest : null;

    private static ImageStreamTag Show(ImageStream stream, string tag, TagEvent newest, Image? image)
    {
        var wish = stream.Spec.Tags.Find(tag);
        var annotations = wish?.Annotations ?? default;
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
            Tag = wish,
            Generation = newest.Generation,
            LookupPolicy = stream.Spec.LookupPolicy,
            Conditions = stream.Status.Tags.Find(tag)?.Conditions ?? default,
            Image = ShowImage(stream, tag, newest, image, annotations),
        };
    }

    /// <summary>The image, with the tag's annotations, and its pull spec by the tag's reference policy.</summary>
    private static Image ShowImage(
        ImageStream stream, string tag, TagEvent newest, Image? image, ValueMap<string> annotations)
    {
        if (newest.Image.Length == 0)
        {
            return ShownImage.None;
        }

        var pullSpec = PullSpecs.FindLatest(stream, tag);
        return image is null
            ? ShownImage.Named(newest.Image, pullSpec)
            : image with
            {
                DockerImageReference = pullSpec,
                Metadata = image.Metadata with { Annotations = With(image.Metadata.Annotations, annotations) },
            };
    }

    private static ValueMap<string> With(ValueMap<string> annotations, ValueMap<string> more)
    {
        foreach (var (key, value) in more)
        {
            annotations = annotations.Set(key, value);
        }

        return annotations;
    }
}
