using ImageStreams.Collections;

namespace ImageStreams.Graphs;

/// <content>Streams that come, change and go, and which nodes their tags are.</content>
internal sealed partial class GraphEditor
{
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
        if (!_rows.TryFindPlaced(row, name, out var node) && !_rows.TryFindStray(row, name, out node))
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
            _haveNamesChanged = true;
        }
    }

    private void Replace(int row, ImageStream? old, ImageStream? stream)
    {
        if (old is not null && stream is not null && TagRuns.AreAlike(old, stream))
        {
            Refresh(row, old, stream);
            return;
        }

        Vacate(row, old, stream);
        var nodes = stream is null ? null : PlaceTags(row, stream);
        _rows.ChangeStream(row).Stream = stream;
        _rows.ChangeStream(row).Nodes = nodes;
        if (stream is not null)
        {
            LinkAll(row, later: null);
        }
    }

    /// <summary>Takes the wishes from all tags of a stream, and makes strays of those that the next one does not have.</summary>
    private void Vacate(int row, ImageStream? old, ImageStream? next)
    {
        for (var place = 0; old is not null && place < _rows.Stream(row).PlaceCount; place++)
        {
            var node = _rows.Stream(row).NodeAt(place);
            if (_rows.Node(node).Place == TagPlace.Missing)
            {
                continue;
            }

            Unlink(node);
            var name = _rows.TagName(_rows.Node(node));
            if (next is null || !(next.Spec.Tags.Contains(name) || next.Status.Tags.Contains(name)))
            {
                MakeStray(row, node, name);
            }
        }
    }

    private void MakeStray(int row, int node, string name)
    {
        if (!_rows.TryFindStray(row, name, out _))
        {
            _rows.AddStray(row, name, node);
        }

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
            if (place >= wishes.Count)
            {
                RefreshHistory(node, histories[place - wishes.Count], place - wishes.Count);
            }
            else if (IsAt(node, place))
            {
                Refresh(node, wishes[place], old.Spec.Tags[place], histories.Find(wishes[place].Name));
            }
        }
    }

    private void Refresh(int node, TagReference wish, TagReference old, NamedTagEventList? history)
    {
        SetState(node, TagStates.Of(wish, history));
        if (!FollowsTheSame(wish, old))
        {
            Unlink(node);
            Link(node, wish);
        }
    }

    /// <summary>Refreshes a tag in the status only; a history may also be that of a wish, or a second one.</summary>
    private void RefreshHistory(int node, NamedTagEventList history, int position)
    {
        if (_rows.Node(node).Place == TagPlace.History && _rows.Node(node).Position == position)
        {
            SetState(node, TagStates.Of(null, history));
        }
    }

    private void SetState(int node, TagState state)
    {
        if (_rows.Node(node).State != state)
        {
            _rows.ChangeNode(node).State = state;
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
