using ImageStreams.Collections;
using ImageStreams.Internal;
using ImageStreams.Resolution;

namespace ImageStreams.Lifecycle;

/// <summary>Selects tags of a stream that follow each other.</summary>
internal static class StreamRows
{
    /// <summary>Gets the spec tags that follow another tag or an image of a stream, in the order of the stream.</summary>
    public static List<TagReference> GetFollowers(ImageStream stream) =>
        stream.Spec.Tags.GetOthers(ItemMarks.FollowsNoTag, static specTag => !IsFollower(specTag));

    /// <summary>Gets the spec tags that follow one of some tags of their stream.</summary>
    /// <remarks>Looks only at nodes of the list in which a tag may follow one of them.</remarks>
    public static List<TagReference> GetFollowers(ImageStream stream, IReadOnlyCollection<string> tags)
    {
        var wanted = tags.Aggregate(0UL, static (mask, tag) => mask | GetMask(tag));
        var candidates = stream.Spec.Tags.GetLinked(wanted, GetLinkMask);
        candidates.RemoveAll(specTag => TagSource.FindFollowedTag(stream, specTag) is not { } tag || !tags.Contains(tag));
        return candidates;
    }

    /// <summary>Selects the names of the tags that follow another tag, or are followed, in byte order.</summary>
    public static string[] SelectFollowers(ImageStream stream)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var specTag in GetFollowers(stream))
        {
            names.Add(specTag.Name);
            names.Add(TagSource.FindFollowedTag(stream, specTag) ?? specTag.Name);
        }

        return Sort(stream, names);
    }

    /// <summary>Sorts the names of tags that exist in byte order.</summary>
    public static string[] Sort(ImageStream stream, HashSet<string> names)
    {
        string[] sorted = [.. names.Where(name => stream.Spec.Tags.Contains(name) || stream.Status.Tags.Contains(name))];
        Array.Sort(sorted, Utf8Order.Comparer);
        return sorted;
    }

    private static bool IsFollower(TagReference specTag) =>
        specTag.From?.Kind is ReferenceKinds.ImageStreamTag or ReferenceKinds.ImageStreamImage;

    /// <summary>Gets the bit of the tag that a spec tag may follow, whatever its stream is called; 0 when it follows none.</summary>
    private static ulong GetLinkMask(TagReference specTag)
    {
        if (specTag.From is not { Kind: ReferenceKinds.ImageStreamTag } from)
        {
            return 0;
        }

        _ = TagSource.TrySplitTag(from.Name, out _, out var tag);
        return GetMask(tag);
    }

    private static ulong GetMask(ReadOnlySpan<char> tag) => 1UL << (string.GetHashCode(tag) & 63);
}
