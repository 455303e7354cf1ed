namespace ImageStreams.Resolution;

/// <summary>Follows the wishes of tags from one to the next.</summary>
/// <remarks>
/// Each tag is looked up once, and a ring is found by Brent's algorithm: a mark stays behind on the way and is moved
/// up to the last tag whenever the way has doubled, so in a ring the way comes by it again. That costs one comparison
/// for each tag, no set of those seen, and at most three times the way to the first repeated tag.
/// </remarks>
internal ref struct TagWalk(TagScope scope)
{
    private HopList _hops;
    private ImageStream? _stream = scope.Start;
    private ImageStream? _markedStream;
    private TagReference? _markedWish;
    private int _markedAt;

    /// <summary>The way from a tag of the scope's first stream.</summary>
    public static TagWay Go(TagScope scope, string tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        return new TagWalk(scope).Go(new TagTarget(scope.Namespace, scope.Stream, tag, TagHopRule.Asked));
    }

    //   asked ──follows──▶ tag ──follows──▶ tag ──follows──▶ an image, or nothing
    //                       ▲                │
    //                       └────────────────┘  a tag that was there already: circular
    private TagWay Go(TagTarget target)
    {
        while (true)
        {
            var wish = _stream?.Spec.Tags.Find(target.Tag);
            _hops.Add(Hop(target, wish));
            if (_stream is null || wish is null)
            {
                return EndAt(_hops.Count, _stream is null ? TagWayEnd.NoSuchStream : TagWayEnd.NoSuchTag);
            }

            if (IsMarked(wish))
            {
                return EndAt(FirstRepeated() + 1, TagWayEnd.Circular);
            }

            if (wish.From is not { Kind: ReferenceKinds.ImageStreamTag } from)
            {
                return EndAt(_hops.Count, TagWayEnd.Arrived);
            }

            target = TagTarget.Read(_stream, from);
            if (!target.IsHere && !scope.IsAcross)
            {
                return EndAt(_hops.Count, TagWayEnd.CrossStream);
            }

            _stream = target.IsHere ? _stream : scope.Find(target.Namespace, target.Stream);
        }
    }

    /// <summary>Whether the way came by the mark again; otherwise moves the mark up when its time has come.</summary>
    /// <remarks>A wish stands for its tag: the first of a name is the only one that is ever found.</remarks>
    private bool IsMarked(TagReference wish)
    {
        if (ReferenceEquals(wish, _markedWish) && ReferenceEquals(_stream, _markedStream))
        {
            return true;
        }

        var last = _hops.Count - 1;
        if (last >= 2 * _markedAt)
        {
            (_markedStream, _markedWish, _markedAt) = (_stream, wish, last);
        }

        return false;
    }

    /// <summary>
    /// The position of the first tag that was there before: as far behind its first place as the ring is long.
    /// </summary>
    private readonly int FirstRepeated()
    {
        var length = _hops.Count - 1 - _markedAt;
        var at = length;
        while (!IsSameTag(_hops[at - length], _hops[at]))
        {
            at++;
        }

        return at;
    }

    private readonly TagWay EndAt(int count, TagWayEnd end) => new() { Path = _hops.Take(count), End = end };

    private static bool IsSameTag(TagHop one, TagHop other) =>
        ReferenceEquals(one.Wish, other.Wish) && one.Stream == other.Stream && one.Namespace == other.Namespace;

    private static TagHop Hop(TagTarget target, TagReference? wish) => new()
    {
        Namespace = target.Namespace,
        Stream = target.Stream,
        Tag = wish?.Name ?? target.Tag,
        Rule = target.Rule,
        Wish = wish,
    };
}
