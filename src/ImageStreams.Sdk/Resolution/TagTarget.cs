namespace ImageStreams.Resolution;

/// <summary>The tag that another one follows, by the rule that follows wishes.</summary>
/// <remarks>
/// A name is cut at its first colon, and an empty rest is <c>latest</c>; without a colon it is a tag of the stream that
/// has the wish. Nothing is checked.
/// </remarks>
/// <param name="Namespace">The namespace of the stream.</param>
/// <param name="Stream">The stream's name.</param>
/// <param name="Tag">The tag.</param>
/// <param name="Rule">How the reference was read.</param>
internal readonly record struct TagTarget(string Namespace, string Stream, string Tag, TagHopRule Rule)
{
    /// <summary>Indicates whether it is a tag of the stream that has the wish.</summary>
    public bool IsOwnStream => Rule < TagHopRule.OtherStream;

    /// <summary>Reads what a wish of a stream follows, which is a tag.</summary>
    public static TagTarget Read(ImageStream stream, ObjectReference from)
    {
        var (ns, own, name) = (stream.Namespace, stream.Name, from.Name ?? "");
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        var (target, rule) = colon < 0 ? (own, TagHopRule.TagOfSameStream)
            : !name.AsSpan(0, colon).SequenceEqual(own) ? (name[..colon], TagHopRule.OtherStream)
            : (own, colon < name.Length - 1 ? TagHopRule.OwnStreamByName : TagHopRule.DefaultTag);
        var tag = colon < 0 ? name : PullSpecs.OrLatest(name[(colon + 1)..]);
        return string.IsNullOrEmpty(from.Namespace) || from.Namespace == ns
            ? new TagTarget(ns, target, tag, rule)
            : new TagTarget(from.Namespace, target, tag, TagHopRule.OtherNamespace);
    }
}
