using ImageStreams.Collections;

namespace ImageStreams.Graphs;

/// <summary>Adds, replaces and removes single streams, and assigns nodes to their tags.</summary>
internal sealed class StreamNodes(GraphRows rows, NamedNodes names, TagLinks links)
{
    /// <summary>Gets a value indicating whether a stream has started or stopped giving images its name.</summary>
    public bool HaveImageNamesChanged { get; private set; }

    /// <summary>Adds a stream, or replaces the one with its name.</summary>
    public void Set(ImageStream stream) =>
        Replace(names.GetOrAddStream(stream.Namespace, stream.Name), stream);

    /// <summary>Removes the stream with a name; tags that something else names stay as missing tags.</summary>
    public void Remove(ImageStream stream)
    {
        if (rows.TryFindStream(stream.Namespace, stream.Name, out var row))
        {
            Replace(row, null);
        }
    }

    /// <summary>Assigns a node to each slot of a stream's tags, including the nodes that tags had before.</summary>
    public int[] AssignNodes(int row, ImageStream stream)
    {
        var specTags = stream.Spec.Tags;
        var histories = stream.Status.Tags;
        var nodes = new int[specTags.Count + histories.Count];
        for (var i = 0; i < specTags.Count; i++)
        {
            var name = specTags[i].Name;
            var first = specTags.IndexOf(name);
            nodes[i] = first < i
                ? nodes[first]
                : AssignNode(row, name, TagListing.Spec, i, TagStates.Classify(specTags[i], histories.Find(name)));
        }

        for (var i = 0; i < histories.Count; i++)
        {
            var slot = FindSlot(stream, i);
            nodes[specTags.Count + i] = slot < specTags.Count + i
                ? nodes[slot]
                : AssignNode(row, histories[i].Tag, TagListing.Status, i, TagStates.Classify(null, histories[i]));
        }

        return nodes;
    }

    /// <summary>Finds the first slot of a history's tag: that of its spec tag, or of its first history.</summary>
    private static int FindSlot(ImageStream stream, int history)
    {
        var tag = stream.Status.Tags[history].Tag;
        var specTag = stream.Spec.Tags.IndexOf(tag);
        return specTag >= 0 ? specTag : stream.Spec.Tags.Count + stream.Status.Tags.IndexOf(tag);
    }

    private int AssignNode(int row, string name, TagListing listing, int position, TagState state)
    {
        if (!rows.TryFindListedTag(row, name, out var node) && !rows.TryFindMissingTag(row, name, out node))
        {
            return rows.AddNode(NodeRow.CreateTag(row, listing, position, KeyHash.Compute(name), state));
        }

        ref var tag = ref rows.ChangeNode(node);
        tag.Listing = listing;
        tag.Position = position;
        tag.State = state;
        return node;
    }

    private void Replace(int row, ImageStream? stream)
    {
        var old = rows.GetStream(row).Stream;
        if (old is not null && stream is not null && TagLayout.HaveSameTags(old, stream))
        {
            Refresh(row, old, stream);
        }
        else
        {
            Reassign(row, old, stream);
        }

        HaveImageNamesChanged |= old?.Spec.LookupPolicy.Local != stream?.Spec.LookupPolicy.Local
            || old?.Status.DockerImageRepository != stream?.Status.DockerImageRepository;
    }

    private void Reassign(int row, ImageStream? old, ImageStream? stream)
    {
        if (old is not null)
        {
            DetachTags(row, stream);
        }

        var nodes = stream is null ? null : AssignNodes(row, stream);
        ref var changed = ref rows.ChangeStream(row);
        changed.Stream = stream;
        changed.Nodes = nodes;
        if (stream is not null)
        {
            links.LinkAll(row);
        }
    }

    /// <summary>Unlinks all tags of a stream, and marks those as missing that its next version does not have.</summary>
    private void DetachTags(int row, ImageStream? next)
    {
        for (var slot = 0; slot < rows.GetStream(row).SlotCount; slot++)
        {
            var node = rows.GetStream(row).GetNode(slot);
            if (rows.GetNode(node).Listing == TagListing.Missing)
            {
                continue;
            }

            links.Unlink(node);
            var name = rows.GetTagName(rows.GetNode(node));
            if (next is null || !(next.Spec.Tags.Contains(name) || next.Status.Tags.Contains(name)))
            {
                MarkMissing(row, node, name);
            }
        }
    }

    private void MarkMissing(int row, int node, string name)
    {
        if (!rows.TryFindMissingTag(row, name, out _))
        {
            rows.AddMissingTag(row, name, node);
        }

        ref var tag = ref rows.ChangeNode(node);
        tag.Listing = TagListing.Missing;
        tag.State = TagState.Missing;
        tag.Position = rows.AddObject(name);
    }

    /// <summary>Replaces a stream whose tags stay in their slots, and links only what has changed.</summary>
    private void Refresh(int row, ImageStream old, ImageStream stream)
    {
        rows.ChangeStream(row).Stream = stream;
        var specTags = stream.Spec.Tags;
        var histories = stream.Status.Tags;
        for (var slot = 0; slot < rows.GetStream(row).SlotCount; slot++)
        {
            var node = rows.GetStream(row).GetNode(slot);
            if (slot >= specTags.Count)
            {
                RefreshHistory(node, histories[slot - specTags.Count], slot - specTags.Count);
            }
            else if (rows.IsSpecTag(node, slot))
            {
                Refresh(node, specTags[slot], old.Spec.Tags[slot], histories.Find(specTags[slot].Name));
            }
        }
    }

    private void Refresh(int node, TagReference reference, TagReference old, NamedTagEventList? history)
    {
        SetState(node, TagStates.Classify(reference, history));
        if (!FollowsTheSame(reference, old))
        {
            links.Unlink(node);
            links.Link(node, reference);
        }
    }

    /// <summary>
    /// Refreshes a tag that is in the status only; the history may also be that of a spec tag, or a second one.
    /// </summary>
    private void RefreshHistory(int node, NamedTagEventList history, int position)
    {
        ref readonly var tag = ref rows.GetNode(node);
        if (tag.Listing == TagListing.Status && tag.Position == position)
        {
            SetState(node, TagStates.Classify(null, history));
        }
    }

    private void SetState(int node, TagState state)
    {
        if (rows.GetNode(node).State != state)
        {
            rows.ChangeNode(node).State = state;
        }
    }

    private static bool FollowsTheSame(TagReference reference, TagReference old) =>
        (ReferenceEquals(reference.From, old.From) || reference.From == old.From)
        && reference.ImportPolicy.Scheduled == old.ImportPolicy.Scheduled;
}
