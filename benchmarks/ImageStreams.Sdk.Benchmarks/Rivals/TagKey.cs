namespace ImageStreams.Benchmarks.Rivals;

/// <summary>One tag among all streams.</summary>
public readonly record struct TagKey(string Namespace, string Stream, string Tag)
{
    /// <summary>All tags of streams, each with the tag it follows; null where it follows an image.</summary>
    public static IEnumerable<(TagKey Tag, TagKey? Follows)> GetAll(IEnumerable<ImageStream> streams) =>
        from stream in streams
        from specTag in stream.Spec.Tags
        let tag = new TagKey(stream.Metadata.Namespace!, stream.Metadata.Name!, specTag.Name)
        select (tag, tag.Followed(specTag.From!));

    private TagKey? Followed(ObjectReference from)
    {
        if (from.Kind != ReferenceKinds.ImageStreamTag)
        {
            return null;
        }

        var colon = from.Name!.IndexOf(':', StringComparison.Ordinal);
        return colon < 0
            ? this with { Tag = from.Name }
            : new TagKey(from.Namespace ?? Namespace, from.Name[..colon], from.Name[(colon + 1)..]);
    }
}
