using ImageStreams.Resolution;

namespace ImageStreams.Graphs;

/// <summary>Links tags with the nodes that their <c>from</c> names.</summary>
internal sealed class TagLinks(GraphRows rows, NamedNodes names, PushedImages pushes)
{
    private readonly List<int> _deferred = [];
    private bool _isDeferring;

    /// <summary>Links all tags of a stream whose nodes are new.</summary>
    public void LinkAll(int row)
    {
        var stream = rows.GetStream(row);
        var specTags = stream.Stream!.Spec.Tags.AsSpan();
        for (var slot = 0; slot < specTags.Length; slot++)
        {
            var node = stream.GetNode(slot);
            if (stream.Nodes is null || rows.IsSpecTag(node, slot))
            {
                Link(node, specTags[slot]);
            }
        }
    }

    /// <summary>Removes the edge that a tag's reference created; those of builds that push to the tag stay.</summary>
    public void Unlink(int node)
    {
        rows.UnlinkIn(node, static kind => kind is GraphEdgeKind.Follows or GraphEdgeKind.Imports or GraphEdgeKind.Pins);
        rows.ChangeNode(node).Follows = NodeRow.None;
    }

    /// <summary>Links a tag with the node that it follows.</summary>
    public void Link(int node, TagReference? reference)
    {
        switch (reference?.From)
        {
            case { Kind: ReferenceKinds.ImageStreamTag } from:
                Follow(node, from);
                break;
            case { Kind: ReferenceKinds.DockerImage, Name: { Length: > 0 } pullSpec }:
                rows.AddImport(node, pullSpec);
                pushes.LinkImport(node, pullSpec, reference.ImportPolicy.Scheduled);
                break;
            case { Kind: ReferenceKinds.ImageStreamImage, Name: { Length: > 0 } name } from:
                Pin(node, from, name);
                break;
            default:
                break;
        }
    }

    /// <summary>Sets aside tags that follow a stream whose nodes do not exist yet, until <see cref="LinkDeferred"/>.</summary>
    public void StartDeferring() => _isDeferring = true;

    /// <summary>Links the tags that were set aside.</summary>
    public void LinkDeferred()
    {
        _isDeferring = false;
        foreach (var node in _deferred)
        {
            Link(node, rows.FindReference(node));
        }

        _deferred.Clear();
    }

    private void Pin(int node, ObjectReference from, string name)
    {
        var ns = from.NamespaceOr(rows.GetStream(rows.GetNode(node).Owner).Namespace);
        var image = names.GetOrAddStreamImage(ns, name);
        if (image != NodeRow.None)
        {
            rows.Link(image, node, new EdgeOrigin(GraphEdgeKind.Pins, EdgeFiring.Manual));
        }
    }

    private void Follow(int node, ObjectReference from)
    {
        var row = rows.GetNode(node).Owner;
        var target = GetTargetStream(row, from, out var tag);
        if (_isDeferring && IsPending(target))
        {
            _deferred.Add(node);
            return;
        }

        var followed = names.GetOrAddTag(target, tag);
        var firing = target == row ? EdgeFiring.Automatic : EdgeFiring.Manual;
        rows.Link(followed, node, new EdgeOrigin(GraphEdgeKind.Follows, firing));
        rows.ChangeNode(node).Follows = followed;
    }

    /// <summary>
    /// Gets the stream that a reference to a tag names; a name without a colon is a tag of the stream itself.
    /// </summary>
    private int GetTargetStream(int row, ObjectReference from, out ReadOnlySpan<char> tag)
    {
        ref readonly var stream = ref rows.GetStream(row);
        var ns = from.NamespaceOr(stream.Namespace);
        if (!TagSource.TrySplitTag(from.Name, out var named, out tag))
        {
            return ns == stream.Namespace ? row : names.GetOrAddStream(ns, stream.Name);
        }

        return ns == stream.Namespace && named.SequenceEqual(stream.Name) ? row : names.GetOrAddStream(ns, named);
    }

    private bool IsPending(int stream) =>
        rows.GetStream(stream) is { Stream: not null, FirstNode: NodeRow.None, Nodes: null };
}
