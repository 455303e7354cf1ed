using ImageStreams.References;

namespace ImageStreams.Clients;

/// <summary>Creates the spec tags that the operations on tags write.</summary>
internal static class SpecTags
{
    /// <summary>
    /// Creates a spec tag that follows another object; the annotations and the reference policy of the current one stay, but
    /// for the way back from a rollback.
    /// </summary>
    public static TagReference Follow(TagReference? current, ObjectReference from) => (current ?? new TagReference()) with
    {
        From = from,
        Reference = false,
        Generation = null,
        Annotations = current?.Annotations.Remove(RollBackRecord.AnnotationName) ?? default,
        ImportPolicy = TagImportPolicy.Default,
    };

    /// <summary>Creates a spec tag that follows an image in a registry.</summary>
    public static TagReference FollowImage(TagReference? current, string pullSpec) =>
        Follow(current, new ObjectReference { Kind = ReferenceKinds.DockerImage, Name = pullSpec });

    /// <summary>Creates a spec tag for the image of an event, or for its pull spec where it has no image.</summary>
    /// <param name="current">The current spec tag; null for none.</param>
    /// <param name="source">The tag that has the event.</param>
    /// <param name="tagEvent">The event.</param>
    /// <param name="ns">The namespace of the tag to change.</param>
    public static TagReference Pin(TagReference? current, ImageStreamTagName source, TagEvent tagEvent, string ns)
    {
        if (tagEvent.Image.Length == 0)
        {
            return FollowImage(current, tagEvent.DockerImageReference) with { Reference = true };
        }

        return Follow(current, new ObjectReference
        {
            Kind = ReferenceKinds.ImageStreamImage,
            Name = source.StreamName.WithImage(tagEvent.Image).LocalName,
            Namespace = source.Namespace == ns ? null : source.Namespace,
        });
    }

    /// <summary>Creates the <c>imagestreamtag</c> that writes a spec tag.</summary>
    /// <param name="name">The tag's name.</param>
    /// <param name="resourceVersion">The version that was read; null for a tag that does not exist.</param>
    /// <param name="specTag">The spec tag.</param>
    public static ImageStreamTag CreateTag(ImageStreamTagName name, string? resourceVersion, TagReference specTag) => new()
    {
        Metadata = new ObjectMeta
        {
            Name = name.LocalName,
            Namespace = name.Namespace,
            ResourceVersion = resourceVersion,
            Annotations = specTag.Annotations,
        },
        Tag = specTag with { Name = name.Tag },
    };
}
