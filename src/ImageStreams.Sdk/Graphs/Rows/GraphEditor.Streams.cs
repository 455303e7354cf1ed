using ImageStreams.Collections;

namespace ImageStreams.Graphs;

/// <content>Streams that come, change and go, and which nodes their tags are.</content>
internal sealed partial class GraphEditor
{
    /// <summary>The node of each place of a stream's tags, old nodes where there are any.</summary>
    private int[] AssignNodes(int row, ImageStream stream)
    {
        var (specTags, histories) = (stream.Spec.Tags, stream.Status.Tags);
        var nodes = new int[specTags.Count + histories.Count];
        for (var i = 0; i < specTags.Count; i++)
        {
            var first = specTags.IndexOf(specTags[i].Name);
            nodes[i] = first < i
                ? nodes[first]
                : AssignNode(row, specTags[i].Name, TagListing.Spec, i, TagStates.Classify(specTags[i], histories.Find(specTags[i].Name)));
        }

        for (var i = 0; i < histories.Count; i++)
        {
            var (specTag, first) = (specTags.IndexOf(histories[i].Tag), histories.IndexOf(histories[i].Tag));
            nodes[specTags.Count + i] = specTag >= 0 ? nodes[specTag]
                : first < i ? nodes[specTags.Count + first]
                : AssignNode(row, histories[i].Tag, TagListing.Status, i, TagStates.Classify(null, histories[i]));
        }

        return nodes;
    }

    private int AssignNode(int row, string name, TagListing slot, int position, TagState state)
    {
        if (!_rows.TryFindListedTag(row, name, out var node) && !_rows.TryFindMissingTag(row, name, out node))
        {
            return _rows.AddNode(NodeRow.CreateTag(row, slot, position, KeyHash.Compute(name), state));
        }

        ref var tag = ref _rows.ChangeNode(node);
        (tag.Listing, tag.Position, tag.State) = (slot, position, state);
        return node;
    }

    private void SetStream(ImageStream stream) =>
        Replace(GetOrAddStream(stream.Namespace, stream.Name), stream);

    private void RemoveStream(ImageStream stream)
    {
        if (_rows.TryFindStream(stream.Namespace, stream.Name, out var row))
        {
            Replace(row, null);
        }
    }

    private void Replace(int row, ImageStream? stream)
    {
        var old = _rows.GetStream(row).Stream;
        Replace(row, old, stream);
        if (old?.Spec.LookupPolicy.Local != stream?.Spec.LookupPolicy.Local
            || old?.Status.DockerImageRepository != stream?.Status.DockerImageRepository)
        {
            _haveNamesChanged = true;
        }
    }

    private void Replace(int row, ImageStream? old, ImageStream? stream)
    {
        if (old is not null && stream is not null && TagLayout.HaveSameTags(old, stream))
        {
            Refresh(row, old, stream);
            return;
        }

        DetachTags(row, old, stream);
        var nodes = stream is null ? null : AssignNodes(row, stream);
        _rows.ChangeStream(row).Stream = stream;
        _rows.ChangeStream(row).Nodes = nodes;
        if (stream is not null)
        {
            LinkAll(row, later: null);
        }
    }

    /// <summary>Takes the wishes from all tags of a stream, and makes strays of those that the next one does not have.</summary>
    private void DetachTags(int row, ImageStream? old, ImageStream? next)
    {
        for (var slot = 0; old is not null && slot < _rows.GetStream(row).SlotCount; slot++)
        {
            var node = _rows.GetStream(row).GetNode(slot);
            if (_rows.GetNode(node).Listing == TagListing.Missing)
            {
                continue;
            }

            Unlink(node);
            var name = _rows.GetTagName(_rows.GetNode(node));
            if (next is null || !(next.Spec.Tags.Contains(name) || next.Status.Tags.Contains(name)))
            {
                MarkMissing(row, node, name);
            }
        }
    }

    private void MarkMissing(int row, int node, string name)
    {
        if (!_rows.TryFindMissingTag(row, name, out _))
        {
            _rows.AddMissingTag(row, name, node);
        }

        ref var tag = ref _rows.ChangeNode(node);
        (tag.Listing, tag.State, tag.Position) = (TagListing.Missing, TagState.Missing, _rows.AddObject(name));
    }

    /// <summary>The stream has the tags it had, in their places: only what has changed is linked anew.</summary>
    private void Refresh(int row, ImageStream old, ImageStream stream)
    {
        _rows.ChangeStream(row).Stream = stream;
        var (specTags, histories) = (stream.Spec.Tags, stream.Status.Tags);
        for (var slot = 0; slot < _rows.GetStream(row).SlotCount; slot++)
        {
            var node = _rows.GetStream(row).GetNode(slot);
            if (slot >= specTags.Count)
            {
                RefreshHistory(node, histories[slot - specTags.Count], slot - specTags.Count);
            }
            else if (IsAt(node, slot))
            {
                Refresh(node, specTags[slot], old.Spec.Tags[slot], histories.Find(specTags[slot].Name));
            }
        }
    }

    private void Refresh(int node, TagReference specTag, TagReference old, NamedTagEventList? history)
    {
        SetState(node, TagStates.Classify(specTag, history));
        if (!FollowsTheSame(specTag, old))
        {
            Unlink(node);
            Link(node, specTag);
        }
    }

    /// <summary>Refreshes a tag in the status only; a history may also be that of a wish, or a second one.</summary>
    private void RefreshHistory(int node, NamedTagEventList history, int position)
    {
        if (_rows.GetNode(node).Listing == TagListing.Status && _rows.GetNode(node).Position == position)
        {
            SetState(node, TagStates.Classify(null, history));
        }
    }

    private void SetState(int node, TagState state)
    {
        if (_rows.GetNode(node).State != state)
        {
            _rows.ChangeNode(node).State = state;
        }
    }

    /// <summary>Whether a place is that of its tag, and not a second one of the same name.</summary>
    private bool IsAt(int node, int slot) =>
        _rows.GetNode(node).Listing == TagListing.Spec && _rows.GetNode(node).Position == slot;

    private static bool FollowsTheSame(TagReference specTag, TagReference old) =>
        (ReferenceEquals(specTag.From, old.From) || specTag.From == old.From)
        && specTag.ImportPolicy.Scheduled == old.ImportPolicy.Scheduled;

    private TagReference? FindReference(int node)
    {
        ref readonly var tag = ref _rows.GetNode(node);
        return tag.Listing == TagListing.Spec ? _rows.GetStream(tag.Owner).Stream!.Spec.Tags[tag.Position] : null;
    }
}
