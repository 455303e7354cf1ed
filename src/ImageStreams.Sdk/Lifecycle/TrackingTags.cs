using ImageStreams.Collections;
using ImageStreams.Resolution;

namespace ImageStreams.Lifecycle;

/// <summary>Moves the tags that follow another tag of their stream.</summary>
/// <remarks>
/// <para>OpenShift moves the direct followers, and indirect ones only by chance, because it processes the tags of a stream
/// in random order. Here one pass moves all of them, each after the tag that it follows, in time linear in the stream; that
/// is one of the outcomes that OpenShift may have.</para>
/// <para>In a cycle no tag comes first. When an image is pushed to one of them, the image moves through the cycle once; when
/// images are pushed to several, the first tag in byte order wins. A cycle in which no tag has moved changes nothing.
/// <see cref="FindCycles"/> reports cycles.</para>
/// <para>Followers in other streams do not move, as in OpenShift.</para>
/// </remarks>
public static class TrackingTags
{
    /// <summary>Moves every tag that follows a tag, directly or through others, to the latest event of that tag.</summary>
    /// <param name="stream">The stream in which the tag has moved.</param>
    /// <param name="tag">The tag that has moved.</param>
    /// <returns>The changed stream; the same object when no tag follows.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> or <paramref name="tag"/> is null.</exception>
    public static ImageStream MoveFollowers(ImageStream stream, string tag)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(tag);
        return stream.Status.Tags.Find(tag)?.Latest is { } latest
            ? TagHistory.AddToAll(stream, GetFollowers(stream, tag), latest)
            : stream;
    }

    /// <summary>Moves the followers of every tag whose latest event has changed.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="old">The stream before; null when every tag with an image counts as moved.</param>
    /// <returns>The changed stream, its tags in byte order; the same object when no tag follows.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public static ImageStream MoveAllFollowers(ImageStream stream, ImageStream? old)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var draft = StreamDraft.Create(StreamNormalForm.SortTags(stream), old is null ? null : StreamNormalForm.SortTags(old));
        var followed = draft.GetFollowedRows();
        MoveAllFollowers(draft, TagFollowOrder.Create(followed, static _ => true), followed, old);
        return draft.HasMoved ? draft.ToStream() : stream;
    }

    /// <summary>Adds an event to the tags that follow a tag directly, and to no others.</summary>
    /// <remarks>As OpenShift does when a tag moves; <see cref="MoveFollowers"/> also moves indirect followers.</remarks>
    /// <param name="stream">The stream in which the tag has moved.</param>
    /// <param name="tag">The tag that has moved.</param>
    /// <param name="tagEvent">The event that its followers get.</param>
    /// <returns>The changed stream; the same object when no tag follows.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="stream"/>, <paramref name="tag"/> or <paramref name="tagEvent"/> is null.
    /// </exception>
    public static ImageStream MoveDirectFollowers(ImageStream stream, string tag, TagEvent tagEvent)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(tag);
        var followers = StreamRows.GetFollowers(stream, [tag]).Select(specTag => specTag.Name);
        return TagHistory.AddToAll(stream, followers, tagEvent);
    }

    /// <summary>Finds the cycles of tags that follow each other within a stream.</summary>
    /// <remarks>
    /// OpenShift accepts them without a warning; none of their tags gets an image unless one is pushed to it. Iterative, and
    /// linear in the stream.
    /// </remarks>
    /// <param name="stream">The stream.</param>
    /// <returns>Each cycle from its first tag in byte order back to itself; each tag follows the next.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public static ValueList<ValueList<string>> FindCycles(ImageStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var sorted = StreamNormalForm.SortTags(stream);
        var draft = StreamDraft.Create(sorted, StreamRows.SelectFollowers(sorted));
        var order = TagFollowOrder.Create(draft.GetFollowedRows(), static _ => true);
        return order.Cycles.Select(cycle => cycle.Append(cycle[0]).Select(draft.GetName).ToValueList()).ToValueList();
    }

    /// <summary>Moves the followers of every tag whose latest event has changed.</summary>
    internal static void MoveAllFollowers(StreamDraft draft, TagFollowOrder order, int[] followed, ImageStream? old)
    {
        // A cycle may have another head now that tags have moved.
        var current = order.Cycles.Count == 0 ? order : TagFollowOrder.Create(followed, HasMoved);
        foreach (var row in current.Tags)
        {
            if (followed[row] != TagFollowOrder.None && HasMoved(followed[row]))
            {
                draft.Add(row, draft.FindLatestEvent(followed[row])!);
            }
        }

        bool HasMoved(int row) =>
            draft.FindLatestEvent(row) is { } latest && latest != old?.Status.Tags.Find(draft.GetName(row))?.Latest;
    }

    /// <summary>Gets the tags that follow a tag, nearest first, without the tag itself.</summary>
    private static List<string> GetFollowers(ImageStream stream, string tag)
    {
        //   tag ◀──follows── nearest ◀──follows── next ◀──follows── ...
        //    └────────────────────follows─────────────────────▶  a cycle: ends at a tag that was seen
        var direct = GroupFollowers(stream, StreamRows.GetFollowers(stream, [tag]))[tag].ToList();
        if (direct.Count == 0 || (direct is [var only] && only == tag))
        {
            return [];
        }

        var followersByTag = GroupFollowers(stream, StreamRows.GetFollowers(stream));
        List<string> followers = [tag];
        var seen = new HashSet<string>(StringComparer.Ordinal) { tag };
        for (var i = 0; i < followers.Count; i++)
        {
            followers.AddRange(followersByTag[followers[i]].Where(seen.Add));
        }

        followers.RemoveAt(0);
        return followers;
    }

    /// <summary>Groups the names of followers by the tag that they follow; of two spec tags with one name the first counts.</summary>
    private static ILookup<string?, string> GroupFollowers(ImageStream stream, List<TagReference> followers) => followers
        .Where(specTag => ReferenceEquals(specTag, stream.Spec.Tags.Find(specTag.Name)))
        .ToLookup(specTag => TagSource.FindFollowedTag(stream, specTag), specTag => specTag.Name);
}
