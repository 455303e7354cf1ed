namespace ImageStreams.Resolution;

/// <summary>Follows the wishes of tags from one to the next.</summary>
/// <remarks>
/// Each tag is looked up once, and a ring is found by Brent's algorithm: a mark stays behind on the way and is moved
/// up to the last tag whenever the way has doubled, so in a ring the way comes by it again. That costs one comparison
/// for each tag, no set of those seen, and at most three times the way to the first repeated tag.
/// </remarks>
internal ref struct TagPathWalk(TagPathScope scope)
{
    private HopList _hops;
    private ImageStream? _stream = scope.Start;
    private ImageStream? _markedStream;
    private TagReference? _markedReference;
    private int _markedAt;

    /// <summary>The way from a tag of the scope's first stream.</summary>
    public static TagPath Walk(TagPathScope scope, string tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        return new TagPathWalk(scope).Walk(new TagTarget(scope.Namespace, scope.Stream, tag, TagHopRule.Requested));
    }

    //   asked ──follows──▶ tag ──follows──▶ tag ──follows──▶ an image, or nothing
    //                       ▲                │
    //                       └────────────────┘  a tag that was there already: circular
    private TagPath Walk(TagTarget target)
    {
        while (true)
        {
            var specTag = _stream?.Spec.Tags.Find(target.Tag);
            _hops.Add(CreateHop(target, specTag));
            if (_stream is null || specTag is null)
            {
                return EndAt(_hops.Count, _stream is null ? TagPathEnd.NoSuchStream : TagPathEnd.NoSuchTag);
            }

            if (IsMarked(specTag))
            {
                return EndAt(GetFirstRepeated() + 1, TagPathEnd.Circular);
            }

            if (specTag.From is not { Kind: ReferenceKinds.ImageStreamTag } from)
            {
                return EndAt(_hops.Count, TagPathEnd.Arrived);
            }

            target = TagTarget.Read(_stream, from);
            if (!target.IsOwnStream && !scope.IsAcross)
            {
                return EndAt(_hops.Count, TagPathEnd.CrossStream);
            }

            _stream = target.IsOwnStream ? _stream : scope.Find(target.Namespace, target.Stream);
        }
    }

    /// <summary>Determines whether the way came by the mark again; otherwise moves the mark up when its time has come.</summary>
    /// <remarks>A wish stands for its tag: the first of a name is the only one that is ever found.</remarks>
    private bool IsMarked(TagReference specTag)
    {
        if (ReferenceEquals(specTag, _markedReference) && ReferenceEquals(_stream, _markedStream))
        {
            return true;
        }

        var last = _hops.Count - 1;
        if (last >= 2 * _markedAt)
        {
            (_markedStream, _markedReference, _markedAt) = (_stream, specTag, last);
        }

        return false;
    }

    /// <summary>
    /// The position of the first tag that was there before: as far behind its first place as the ring is long.
    /// </summary>
    private readonly int GetFirstRepeated()
    {
        var length = _hops.Count - 1 - _markedAt;
        var at = length;
        while (!IsSameTag(_hops[at - length], _hops[at]))
        {
            at++;
        }

        return at;
    }

    private readonly TagPath EndAt(int count, TagPathEnd end) => new() { Hops = _hops.Take(count), End = end };

    private static bool IsSameTag(TagHop one, TagHop other) =>
        ReferenceEquals(one.Reference, other.Reference) && one.Stream == other.Stream && one.Namespace == other.Namespace;

    private static TagHop CreateHop(TagTarget target, TagReference? specTag) => new()
    {
        Namespace = target.Namespace,
        Stream = target.Stream,
        Tag = specTag?.Name ?? target.Tag,
        Rule = target.Rule,
        Reference = specTag,
    };
}
