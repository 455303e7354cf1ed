using ImageStreams.Resolution;

namespace ImageStreams.Lifecycle;

/// <summary>Moves the tags along that follow another tag of their stream.</summary>
/// <remarks>
/// OpenShift moves the direct followers, and those further down only as luck has it. Here one pass settles all of them,
/// each tag once and in time linear in the stream, so that a ring of tags comes to rest where it began. Followers in
/// other streams do not move, in OpenShift as here.
/// </remarks>
public static class TrackingTags
{
    /// <summary>Gives every tag that follows a tag, directly or through others, the newest event of that tag.</summary>
    /// <param name="stream">The stream in which the tag has moved.</param>
    /// <param name="tag">The tag that has moved.</param>
    /// <returns>The stream after that; the same one when nothing followed.</returns>
    public static ImageStream Settle(ImageStream stream, string tag)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(tag);

        return stream.Status.Tags.Find(tag) is { Items: [var newest, ..] }
            ? TagHistory.AddToAll(stream, Followers(stream, tag), newest)
            : stream;
    }

    /// <summary>The tags that follow a tag, nearest first, without the tag itself.</summary>
    private static List<string> Followers(ImageStream stream, string tag)
    {
        var followersOf = stream.Spec.Tags
            .Where(wish => ReferenceEquals(wish, stream.Spec.Tags.Find(wish.Name))) // of two wishes the first counts
            .ToLookup(wish => FollowedBy(stream, wish), wish => wish.Name);

        //   tag ◀──follows── nearest ◀──follows── next ◀──follows── ...
        //    └────────────────────follows─────────────────────▶  a ring: ends at what was seen
        List<string> followers = [tag];
        var seen = new HashSet<string>(StringComparer.Ordinal) { tag };
        for (var i = 0; i < followers.Count; i++)
        {
            followers.AddRange(followersOf[followers[i]].Where(seen.Add));
        }

        followers.RemoveAt(0);
        return followers;
    }

    /// <summary>The tag of the same stream that a wish follows, or null.</summary>
    private static string? FollowedBy(ImageStream stream, TagReference wish) =>
        wish.From is { Kind: ReferenceKinds.ImageStreamTag } from && LocalTags.TryFollow(stream, from, out var tag)
            ? tag
            : null;
}
