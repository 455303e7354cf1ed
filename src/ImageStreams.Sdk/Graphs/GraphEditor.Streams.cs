using ImageStreams.Collections;

namespace ImageStreams.Graphs;

/// <content>Streams, and which nodes their tags are.</content>
internal sealed partial class GraphEditor
{
    private const int FetchedAtOnce = 16;

    private int _seen;

    /// <summary>Files all streams, so that whatever is named is found wherever it comes in the list.</summary>
    private List<int> NewStreams(ReadOnlySpan<ImageStream> streams)
    {
        var rows = new List<int>(streams.Length);
        _rows.ExpectStreams(streams.Length);
        for (var i = 0; i < streams.Length; i++)
        {
            if (i % FetchedAtOnce == 0)
            {
                FetchNames(streams[i..Math.Min(i + FetchedAtOnce, streams.Length)]);
            }

            var (ns, name) = (streams[i].Metadata.Namespace ?? "", streams[i].Metadata.Name ?? "");
            if (_rows.TryAddStream(ns, name, out var row))
            {
                _rows.ChangeStream(row).Stream = streams[i];
                rows.Add(row);
            }
        }

        return rows;
    }

    private void AddTags(List<int> streams)
    {
        var later = new List<int>();
        for (var i = 0; i < streams.Count; i++)
        {
            if (i % FetchedAtOnce == 0)
            {
                Fetch(streams, i);
            }

            AddTags(streams[i]);
            LinkAll(streams[i], later);
        }

        foreach (var node in later)
        {
            Link(node, WishOf(node));
        }
    }

    /// <summary>Looks at what the next streams are called; <see cref="Fetch"/> says what for.</summary>
    private void FetchNames(ReadOnlySpan<ImageStream> streams)
    {
        var seen = 0;
        foreach (var stream in streams)
        {
            seen += (stream.Metadata.Name?.Length ?? 0) + (stream.Metadata.Namespace?.Length ?? 0);
        }

        Volatile.Write(ref _seen, seen);
    }

    /// <summary>Looks at all that the next streams are made of, in a loop in which nothing waits for anything.</summary>
    /// <remarks>
    /// So the processor fetches it from memory side by side. Without that, the work that follows waits for one object
    /// after the other, and a graph of a million tags takes half as long again.
    /// </remarks>
    private void Fetch(List<int> streams, int first)
    {
        var seen = 0;
        for (var i = first; i < Math.Min(first + FetchedAtOnce, streams.Count); i++)
        {
            var stream = _rows.Stream(streams[i]).Stream!;
            foreach (var wish in stream.Spec.Tags.AsSpan())
            {
                seen += wish.Name.Length + (wish.From?.Name?.Length ?? 0);
            }

            foreach (var history in stream.Status.Tags.AsSpan())
            {
                seen += history.Tag.Length + history.Items.Count;
            }
        }

        Volatile.Write(ref _seen, seen);
    }

    private void AddTags(int row)
    {
        var stream = _rows.Stream(row).Stream!;
        if (!TagRuns.AreRegular(stream))
        {
            _rows.ChangeStream(row).Nodes = PlaceTags(row, stream);
            return;
        }

        var wishes = stream.Spec.Tags.AsSpan();
        var histories = stream.Status.Tags.AsSpan();
        _rows.ChangeStream(row).FirstNode = _rows.NodeCount;
        for (int i = 0, next = 0; i < wishes.Length; i++)
        {
            var history = next < histories.Length && histories[next].Tag == wishes[i].Name ? histories[next++] : null;
            var mark = KeyMark.Of(wishes[i].Name);
            _rows.AddNode(NodeRow.Tag(row, TagPlace.Wish, i, mark, TagStates.Of(wishes[i], history)));
        }
    }

    /// <summary>The node of each place of a stream's tags, old nodes where there are any.</summary>
    private int[] PlaceTags(int row, ImageStream stream)
    {
        var (wishes, histories) = (stream.Spec.Tags, stream.Status.Tags);
        var nodes = new int[wishes.Count + histories.Count];
        for (var i = 0; i < wishes.Count; i++)
        {
            var first = wishes.IndexOf(wishes[i].Name);
            nodes[i] = first < i
                ? nodes[first]
                : PlaceTag(row, wishes[i].Name, TagPlace.Wish, i, TagStates.Of(wishes[i], histories.Find(wishes[i].Name)));
        }

        for (var i = 0; i < histories.Count; i++)
        {
            var (wish, first) = (wishes.IndexOf(histories[i].Tag), histories.IndexOf(histories[i].Tag));
            nodes[wishes.Count + i] = wish >= 0 ? nodes[wish]
                : first < i ? nodes[wishes.Count + first]
                : PlaceTag(row, histories[i].Tag, TagPlace.History, i, TagStates.Of(null, histories[i]));
        }

        return nodes;
    }

    private int PlaceTag(int row, string name, TagPlace place, int position, TagState state)
    {
        if (!_rows.TryFindStray(row, name, out var node))
        {
            return _rows.AddNode(NodeRow.Tag(row, place, position, KeyMark.Of(name), state));
        }

        ref var tag = ref _rows.ChangeNode(node);
        (tag.Place, tag.Position, tag.State) = (place, position, state);
        return node;
    }

    private void SetStream(ImageStream stream) =>
        Replace(StreamRowOf(stream.Metadata.Namespace ?? "", stream.Metadata.Name ?? ""), stream);

    private void RemoveStream(ImageStream stream)
    {
        if (_rows.TryFindStream(stream.Metadata.Namespace ?? "", stream.Metadata.Name ?? "", out var row))
        {
            Replace(row, null);
        }
    }

    private void Replace(int row, ImageStream? stream)
    {
        var old = _rows.Stream(row).Stream;
        Replace(row, old, stream);
        if (old?.Spec.LookupPolicy.Local != stream?.Spec.LookupPolicy.Local
            || old?.Status.DockerImageRepository != stream?.Status.DockerImageRepository)
        {
            RelinkWorkloads();
        }
    }

    private void Replace(int row, ImageStream? old, ImageStream? stream)
    {
        if (old is not null && stream is not null && TagRuns.AreAlike(old, stream))
        {
            Refresh(row, old, stream);
            return;
        }

        Vacate(row, old);
        _rows.ChangeStream(row).Stream = stream;
        _rows.ChangeStream(row).Nodes = stream is null ? null : PlaceTags(row, stream);
        if (stream is not null)
        {
            LinkAll(row, later: null);
        }
    }

    /// <summary>Makes strays of all tags of a stream, which then find a place again or stay what they are.</summary>
    private void Vacate(int row, ImageStream? old)
    {
        for (var place = 0; old is not null && place < _rows.Stream(row).PlaceCount; place++)
        {
            var node = _rows.Stream(row).NodeAt(place);
            if (_rows.Node(node).Place != TagPlace.Missing)
            {
                MakeStray(row, node);
            }
        }
    }

    private void MakeStray(int row, int node)
    {
        var name = _rows.TagName(_rows.Node(node));
        if (!_rows.TryFindStray(row, name, out _))
        {
            _rows.AddStray(row, name, node);
        }

        Unlink(node);
        ref var tag = ref _rows.ChangeNode(node);
        (tag.Place, tag.State, tag.Position) = (TagPlace.Missing, TagState.Missing, _rows.AddObject(name));
    }

    /// <summary>The stream has the tags it had, in their places: only what has changed is linked anew.</summary>
    private void Refresh(int row, ImageStream old, ImageStream stream)
    {
        _rows.ChangeStream(row).Stream = stream;
        var (wishes, histories) = (stream.Spec.Tags, stream.Status.Tags);
        for (var place = 0; place < _rows.Stream(row).PlaceCount; place++)
        {
            var node = _rows.Stream(row).NodeAt(place);
            var wish = place < wishes.Count ? wishes[place] : null;
            var state = wish is null
                ? TagStates.Of(WishOf(node), histories[place - wishes.Count])
                : TagStates.Of(wish, histories.Find(wish.Name));
            if (_rows.Node(node).State != state)
            {
                _rows.ChangeNode(node).State = state;
            }

            if (wish is not null && IsAt(node, place) && !FollowsTheSame(wish, old.Spec.Tags[place]))
            {
                Unlink(node);
                Link(node, wish);
            }
        }
    }

    /// <summary>Whether a place is that of its tag, and not a second one of the same name.</summary>
    private bool IsAt(int node, int place) =>
        _rows.Node(node).Place == TagPlace.Wish && _rows.Node(node).Position == place;

    private static bool FollowsTheSame(TagReference wish, TagReference old) =>
        (ReferenceEquals(wish.From, old.From) || wish.From == old.From)
        && wish.ImportPolicy.Scheduled == old.ImportPolicy.Scheduled;

    private TagReference? WishOf(int node)
    {
        ref readonly var tag = ref _rows.Node(node);
        return tag.Place == TagPlace.Wish ? _rows.Stream(tag.Owner).Stream!.Spec.Tags[tag.Position] : null;
    }
}
