using ImageStreams.Resolution;

namespace ImageStreams.Triggers;

/// <summary>The ends of the paths of all tags within a stream; each tag is visited once, however many are requested.</summary>
internal sealed class TagPathEnds(ImageStream stream)
{
    private readonly Dictionary<string, End> _ends = new(StringComparer.Ordinal);

    //   a ──▶ b ──▶ c ──▶ an image     requested: a; all three end at c
    //         ▲     │
    //         └─────┘                  b was visited already, and its end is not known yet: a cycle
    public End Find(string tag)
    {
        var visited = new List<string>();
        End? end;
        while (!_ends.TryGetValue(tag, out end))
        {
            _ends.Add(tag, new End(TagPathEnd.Circular, tag));
            visited.Add(tag);
            end = Step(tag, out tag);
            if (end is not null)
            {
                break;
            }
        }

        foreach (var one in visited)
        {
            _ends[one] = end!;
        }

        return end!;
    }

    /// <summary>Gets the end when the tag is the last one; otherwise null, and the next tag.</summary>
    private End? Step(string tag, out string next)
    {
        next = tag;
        if (stream.Spec.Tags.Find(tag) is not { } reference)
        {
            return new End(TagPathEnd.NoSuchTag, tag);
        }

        if (reference.From is not { Kind: ReferenceKinds.ImageStreamTag } from)
        {
            return new End(TagPathEnd.Arrived, tag, reference);
        }

        var target = TagSource.Read(stream, from);
        next = target.Selector;
        return target.IsOwnStream ? null : new End(TagPathEnd.CrossStream, tag, reference, target);
    }

    /// <summary>The end of the path of a tag.</summary>
    /// <param name="Kind">The reason for which the path ends.</param>
    /// <param name="Tag">The last tag; in a cycle, the one that was visited first.</param>
    /// <param name="Reference">The reference of the last tag; null when the spec has none.</param>
    /// <param name="Target">The tag of another stream that the last one follows.</param>
    public sealed record End(TagPathEnd Kind, string Tag, TagReference? Reference = null, TagSource Target = default);
}
