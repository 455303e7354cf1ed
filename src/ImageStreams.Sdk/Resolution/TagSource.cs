using ImageStreams.References;

namespace ImageStreams.Resolution;

/// <summary>The stream, and the tag or image in it, that the <c>from</c> of a spec tag names.</summary>
/// <remarks>
/// A name is <c>STREAM:TAG</c>, or <c>STREAM@ID</c> for an image; without a separator it is a tag or an id of the stream
/// that has the spec tag. A namespace that is left out is that of this stream. OpenShift reads names in two ways:
/// <list type="table">
/// <listheader><term></term><description>second separator; empty tag after a separator</description></listheader>
/// <item><term><see cref="Read(ImageStream, ObjectReference)"/>, to follow tags</term><description>part of the tag;
/// <c>latest</c></description></item>
/// <item><term><see cref="TryRead(ImageStream, ObjectReference, out TagSource)"/>, in the API
/// server</term><description>an error; empty</description></item>
/// </list>
/// </remarks>
/// <param name="Namespace">The namespace of the stream.</param>
/// <param name="Stream">The name of the stream.</param>
/// <param name="Selector">The tag, or the id of the image.</param>
/// <param name="Rule">The rule by which the name was read.</param>
internal readonly record struct TagSource(string Namespace, string Stream, string Selector, TagHopRule Rule)
{
    private const char TagSeparator = ':';
    private const char ImageSeparator = '@';

    /// <summary>The full name of the stream.</summary>
    public ImageStreamName StreamName => ImageStreamName.FromParts(Namespace, Stream);

    /// <summary>Gets a value indicating whether this is the stream that has the spec tag.</summary>
    public bool IsOwnStream => Rule < TagHopRule.OtherStream;

    /// <summary>Reads the tag that a spec tag follows; any name is accepted.</summary>
    /// <param name="stream">The stream that has the spec tag.</param>
    /// <param name="from">The <c>from</c>, of kind <c>ImageStreamTag</c>.</param>
    public static TagSource Read(ImageStream stream, ObjectReference from) =>
        Read(stream, from, TagSeparator, DockerHub.LatestTag);

    /// <summary>Reads the tag or image that a spec tag takes its image from.</summary>
    /// <param name="stream">The stream that has the spec tag.</param>
    /// <param name="from">The <c>from</c>, of any kind.</param>
    /// <param name="source">The tag or image.</param>
    /// <returns>False when the kind is another, or the name has a second separator.</returns>
    public static bool TryRead(ImageStream stream, ObjectReference from, out TagSource source)
    {
        if (FindSeparator(from.Kind) is not { } separator)
        {
            source = default;
            return false;
        }

        source = Read(stream, from, separator, emptyTag: "");
        return !source.Selector.Contains(separator, StringComparison.Ordinal);
    }

    /// <summary>Reads the tag of the same stream that a spec tag takes its image from, as the API server does.</summary>
    /// <returns>False when the spec tag does not name a tag of its stream; the tag may be empty.</returns>
    public static bool TryReadOwnTag(ImageStream stream, TagReference specTag, out string tag)
    {
        var isOwnTag = TryRead(stream, specTag, out var source) && source.IsOwnStream;
        tag = isOwnTag ? source.Selector : "";
        return isOwnTag;
    }

    /// <summary>Finds the tag of the same stream that a spec tag follows; null when it follows none.</summary>
    public static string? FindFollowedTag(ImageStream stream, TagReference? specTag)
    {
        if (specTag?.From is not { Kind: ReferenceKinds.ImageStreamTag } from)
        {
            return null;
        }

        var source = Read(stream, from);
        return source.IsOwnStream ? source.Selector : null;
    }

    /// <summary>Splits the name of a tag at its first colon.</summary>
    /// <param name="name">The name.</param>
    /// <param name="stream">The part before the colon; empty without one.</param>
    /// <param name="tag">The part after the colon, or <c>latest</c> when that is empty; without a colon the name.</param>
    /// <returns>False when the name has no colon.</returns>
    public static bool TrySplitTag(ReadOnlySpan<char> name, out ReadOnlySpan<char> stream, out ReadOnlySpan<char> tag)
    {
        var hasStream = TrySplit(name, TagSeparator, out stream, out tag);
        if (hasStream && tag.IsEmpty)
        {
            tag = DockerHub.LatestTag;
        }

        return hasStream;
    }

    private static bool TryRead(ImageStream stream, TagReference specTag, out TagSource source)
    {
        source = default;
        return specTag.From is { Kind: ReferenceKinds.ImageStreamTag } from && TryRead(stream, from, out source);
    }

    private static TagSource Read(ImageStream stream, ObjectReference from, char separator, string emptyTag)
    {
        var name = from.Name ?? "";
        var (ownNamespace, own) = (stream.Namespace, stream.Name);
        var ns = from.NamespaceOr(ownNamespace);
        if (!TrySplit(name, separator, out var named, out var selector))
        {
            return new TagSource(ns, own, name, ns == ownNamespace ? TagHopRule.TagOfSameStream : TagHopRule.OtherNamespace);
        }

        var isOwn = named.SequenceEqual(own);
        return new TagSource(
            ns,
            isOwn ? own : named.ToString(),
            selector.IsEmpty ? emptyTag : selector.ToString(),
            ns == ownNamespace ? GetRule(isOwn, selector) : TagHopRule.OtherNamespace);
    }

    private static bool TrySplit(
        ReadOnlySpan<char> name, char separator, out ReadOnlySpan<char> stream, out ReadOnlySpan<char> selector)
    {
        var at = name.IndexOf(separator);
        stream = at < 0 ? default : name[..at];
        selector = name[(at + 1)..];
        return at >= 0;
    }

    private static TagHopRule GetRule(bool isOwn, ReadOnlySpan<char> selector)
    {
        if (!isOwn)
        {
            return TagHopRule.OtherStream;
        }

        return selector.IsEmpty ? TagHopRule.DefaultTag : TagHopRule.OwnStreamByName;
    }

    private static char? FindSeparator(string? kind) => kind switch
    {
        ReferenceKinds.ImageStreamTag => TagSeparator,
        ReferenceKinds.ImageStreamImage => ImageSeparator,
        _ => null,
    };
}
