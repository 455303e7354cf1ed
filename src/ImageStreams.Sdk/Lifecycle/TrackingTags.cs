using ImageStreams.Collections;
using ImageStreams.Resolution;

namespace ImageStreams.Lifecycle;

/// <summary>Moves the tags along that follow another tag of their stream.</summary>
/// <remarks>
/// <para>OpenShift moves the direct followers, and those further down only as luck has it: it goes through the tags of
/// a stream in random order. Here one pass settles all of them, each after the tag that it follows, in time linear in
/// the stream; that is one of the outcomes OpenShift may have.</para>
/// <para>In a ring of tags nothing is first. When one of them is pushed to, its image goes round once and comes to
/// rest; when several are, that of the first tag in byte order wins. A ring in which nothing has moved changes
/// nothing. <see cref="FindCycles"/> reports rings.</para>
/// <para>Followers in other streams do not move, in OpenShift as here.</para>
/// </remarks>
public static class TrackingTags
{
    /// <summary>Gives every tag that follows a tag, directly or through others, the newest event of that tag.</summary>
    /// <param name="stream">The stream in which the tag has moved.</param>
    /// <param name="tag">The tag that has moved.</param>
    /// <returns>The stream after that; the same one when nothing followed.</returns>
    public static ImageStream MoveFollowers(ImageStream stream, string tag)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(tag);

        return stream.Status.Tags.Find(tag)?.Latest is { } latest
            ? TagHistory.AddToAll(stream, GetFollowers(stream, tag), latest)
            : stream;
    }

    /// <summary>Moves the followers of every tag whose newest event is another than before.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="old">The stream as it was; null when every tag that has an image counts as moved.</param>
    /// <returns>
    /// The stream after that, its tags in byte order; the same one when nothing had to follow.
    /// </returns>
    public static ImageStream MoveAllFollowers(ImageStream stream, ImageStream? old)
    {
        ArgumentNullException.ThrowIfNull(stream);

        var draft = new StreamDraft(StreamNormalForm.SortTags(stream));
        var followed = draft.GetFollowedRows();
        MoveAllFollowers(draft, TopologicalOrder.Create(followed, static _ => true), followed, old);
        return draft.HasMoved ? draft.ToStream() : stream;
    }

    /// <summary>Gives an event to the tags that follow a tag directly, and to no others.</summary>
    /// <remarks>What OpenShift does when a tag moves; <see cref="MoveFollowers"/> goes all the way.</remarks>
    /// <param name="stream">The stream in which the tag has moved.</param>
    /// <param name="tag">The tag that has moved.</param>
    /// <param name="tagEvent">What its followers are to point to.</param>
    /// <returns>The stream after that; the same one when nothing followed.</returns>
    public static ImageStream MoveDirectFollowers(ImageStream stream, string tag, TagEvent tagEvent)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(tag);

        var followers = stream.Spec.Tags.Where(specTag => FindFollowedTag(stream, specTag) == tag).Select(specTag => specTag.Name);
        return TagHistory.AddToAll(stream, followers, tagEvent);
    }

    /// <summary>The rings of tags that follow each other within a stream.</summary>
    /// <remarks>
    /// OpenShift accepts them and says nothing; none of their tags gets an image unless it is pushed to. Iterative, and
    /// linear in the stream.
    /// </remarks>
    /// <returns>Each ring as its tags from the first in byte order back to itself, as each follows the next.</returns>
    public static ValueList<ValueList<string>> FindCycles(ImageStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);

        var draft = new StreamDraft(StreamNormalForm.SortTags(stream));
        return NameCycles(draft, TopologicalOrder.Create(draft.GetFollowedRows(), static _ => true));
    }

    /// <summary>The rings of an order, by the names of their tags.</summary>
    internal static ValueList<ValueList<string>> NameCycles(StreamDraft draft, TopologicalOrder order) =>
        order.Cycles.Select(cycle => cycle.Append(cycle[0]).Select(draft.GetName).ToValueList()).ToValueList();

    /// <summary>Moves the followers of every tag whose newest event is another than before.</summary>
    internal static void MoveAllFollowers(StreamDraft draft, TopologicalOrder order, int[] followed, ImageStream? old)
    {
        bool HasMoved(int row) => draft.FindLatestEvent(row) is { } latest && latest != old?.Status.Tags.Find(draft.GetName(row))?.Latest;

        var moveOrder = order.Cycles.Count == 0 ? order : TopologicalOrder.Create(followed, HasMoved); // rings have another head now
        foreach (var row in moveOrder.Tags)
        {
            if (followed[row] is var source and not TopologicalOrder.None && HasMoved(source))
            {
                draft.Add(row, draft.FindLatestEvent(source)!);
            }
        }
    }

    /// <summary>The tags that follow a tag, nearest first, without the tag itself.</summary>
    private static List<string> GetFollowers(ImageStream stream, string tag)
    {
        var followersByTag = stream.Spec.Tags
            .Where(specTag => ReferenceEquals(specTag, stream.Spec.Tags.Find(specTag.Name))) // of two wishes the first counts
            .ToLookup(specTag => FindFollowedTag(stream, specTag), specTag => specTag.Name);

        //   tag ◀──follows── nearest ◀──follows── next ◀──follows── ...
        //    └────────────────────follows─────────────────────▶  a ring: ends at what was seen
        List<string> followers = [tag];
        var seen = new HashSet<string>(StringComparer.Ordinal) { tag };
        for (var i = 0; i < followers.Count; i++)
        {
            followers.AddRange(followersByTag[followers[i]].Where(seen.Add));
        }

        followers.RemoveAt(0);
        return followers;
    }

    /// <summary>The tag of the same stream that a wish follows, or null.</summary>
    private static string? FindFollowedTag(ImageStream stream, TagReference specTag) =>
        specTag.From is { Kind: ReferenceKinds.ImageStreamTag } from && LocalTags.TryFollow(stream, from, out var tag)
            ? tag
            : null;
}
