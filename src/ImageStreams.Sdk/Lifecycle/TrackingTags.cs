using ImageStreams.References;

namespace ImageStreams.Lifecycle;

/// <summary>Moves the tags along that follow another tag of their stream.</summary>
/// <remarks>
/// OpenShift moves the direct followers, and those further down only as luck has it. Here one pass settles all of them,
/// nearest first, each tag once, so that a ring of tags comes to rest where it began. Followers in other streams do not
/// move, in OpenShift as here.
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

        if (stream.Status.Tags.Find(tag) is not { Items: [var newest, ..] })
        {
            return stream;
        }

        var followers = stream.Spec.Tags.ToLookup(wish => FollowedBy(stream, wish), wish => wish.Name);
        var settled = new HashSet<string>(StringComparer.Ordinal) { tag };
        var waiting = new Queue<string>(followers[tag]);
        while (waiting.TryDequeue(out var follower))
        {
            if (settled.Add(follower))
            {
                stream = TagHistory.Add(stream, follower, newest);
                followers[follower].ToList().ForEach(waiting.Enqueue);
            }
        }

        return stream;
    }

    /// <summary>The tag of the same stream that a wish follows, or null: cut at the first colon, which must follow the stream's name.</summary>
    private static string? FollowedBy(ImageStream stream, TagReference wish)
    {
        if (wish.From is not { Kind: ReferenceKinds.ImageStreamTag } from
            || (from.Namespace is { Length: > 0 } ns && ns != stream.Metadata.Namespace))
        {
            return null;
        }

        return !ImageStreamTagName.TrySplit(from.Name ?? "", out var name, out var tag) ? name
            : name == stream.Metadata.Name ? tag
            : null;
    }
}
