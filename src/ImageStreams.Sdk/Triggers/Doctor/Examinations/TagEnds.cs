using ImageStreams.Resolution;

namespace ImageStreams.Triggers;

/// <summary>Where the wishes of all tags of a stream lead, each tag gone through once however many are asked for.</summary>
internal sealed class TagEnds(ImageStream stream)
{
    private readonly Dictionary<string, TagEnd> _ends = new(StringComparer.Ordinal);

    //   a ──▶ b ──▶ c ──▶ an image     asked for a: all three end at c
    //         ▲     │
    //         └─────┘                  b is there already, and its end is not known yet: a ring
    public TagEnd Find(string tag)
    {
        var visited = new List<string>();
        TagEnd? end;
        while (!_ends.TryGetValue(tag, out end))
        {
            _ends.Add(tag, new TagEnd(TagPathEnd.Circular, tag));
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

    /// <summary>The end where the tag is the last one; otherwise null, and the next tag.</summary>
    private TagEnd? Step(string tag, out string next)
    {
        next = tag;
        if (stream.Spec.Tags.Find(tag) is not { } reference)
        {
            return new TagEnd(TagPathEnd.NoSuchTag, tag);
        }

        if (reference.From is not { Kind: ReferenceKinds.ImageStreamTag } from)
        {
            return new TagEnd(TagPathEnd.Arrived, tag, reference);
        }

        var target = TagSource.Read(stream, from);
        next = target.Selector;
        return target.IsOwnStream ? null : new TagEnd(TagPathEnd.CrossStream, tag, reference, target);
    }
}
