using System.Runtime.CompilerServices;
using ImageStreams.Collections;

namespace ImageStreams.Resolution;

/// <summary>Follows spec tags from one to the next.</summary>
/// <remarks>
/// Each tag is looked up once. A cycle is found by Brent's algorithm: a mark stays behind on the path and is moved to
/// the last tag whenever the path has doubled, so that the walk passes the mark again in a cycle. That costs one
/// comparison for each tag, no set of visited tags, and at most three times the path to the first repeated tag.
/// </remarks>
internal ref struct TagPathWalk(TagPathScope scope)
{
    private HopList _hops;
    private ImageStream? _stream = scope.Start;
    private ImageStream? _markedStream;
    private TagReference? _markedReference;
    private int _markedAt;

    /// <summary>Follows a tag of the first stream of the scope.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="tag"/> is null.</exception>
    public static TagPath Walk(TagPathScope scope, string tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        return new TagPathWalk(scope).Walk(new TagSource(scope.Namespace, scope.Stream, tag, TagHopRule.Requested));
    }

    //   requested ──follows──▶ tag ──follows──▶ tag ──follows──▶ an image, or nothing
    //                           ▲                │
    //                           └────────────────┘  a tag that is already on the path: circular
    private TagPath Walk(TagSource next)
    {
        while (true)
        {
            var reference = _stream?.Spec.Tags.Find(next.Selector);
            _hops.Add(CreateHop(next, reference));
            if (_stream is null || reference is null)
            {
                return EndAt(_hops.Count, _stream is null ? TagPathEnd.NoSuchStream : TagPathEnd.NoSuchTag);
            }

            if (IsMarked(reference))
            {
                return EndAt(GetFirstRepeated() + 1, TagPathEnd.Circular);
            }

            if (reference.From is not { Kind: ReferenceKinds.ImageStreamTag } from)
            {
                return EndAt(_hops.Count, TagPathEnd.Arrived);
            }

            next = TagSource.Read(_stream, from);
            if (!next.IsOwnStream && !scope.IsAcross)
            {
                return EndAt(_hops.Count, TagPathEnd.CrossStream);
            }

            _stream = next.IsOwnStream ? _stream : scope.Find(next.Namespace, next.Stream);
        }
    }

    /// <summary>Determines whether the walk has returned to the mark; otherwise moves the mark when that is due.</summary>
    /// <remarks>A spec tag identifies its tag: of those with one name only the first is ever found.</remarks>
    private bool IsMarked(TagReference reference)
    {
        if (ReferenceEquals(reference, _markedReference) && ReferenceEquals(_stream, _markedStream))
        {
            return true;
        }

        var last = _hops.Count - 1;
        if (last >= 2 * _markedAt)
        {
            _markedStream = _stream;
            _markedReference = reference;
            _markedAt = last;
        }

        return false;
    }

    /// <summary>
    /// Gets the position of the first repeated tag, which is as far behind its first position as the cycle is long.
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

    private static TagHop CreateHop(in TagSource source, TagReference? reference) => new()
    {
        Namespace = source.Namespace,
        Stream = source.Stream,
        Tag = reference?.Name ?? source.Selector,
        Rule = source.Rule,
        Reference = reference,
    };

    /// <summary>The hops of a path. The first few need no list, because few paths are longer.</summary>
    private struct HopList
    {
        private const int Few = 4;

        private InlineArray4<TagHop> _first;
        private List<TagHop>? _more;

        public int Count { get; private set; }

        public readonly TagHop this[int index] => index < Few ? _first[index] : _more![index - Few];

        public void Add(TagHop hop)
        {
            if (Count < Few)
            {
                _first[Count] = hop;
            }
            else
            {
                (_more ??= []).Add(hop);
            }

            Count++;
        }

        /// <summary>Copies the first hops.</summary>
        public readonly ValueList<TagHop> Take(int count)
        {
            var hops = new TagHop[count];
            for (var i = 0; i < Math.Min(count, Few); i++)
            {
                hops[i] = _first[i];
            }

            if (count > Few)
            {
                _more!.CopyTo(0, hops, Few, count - Few);
            }

            return ValueList<TagHop>.Own(hops);
        }
    }
}
