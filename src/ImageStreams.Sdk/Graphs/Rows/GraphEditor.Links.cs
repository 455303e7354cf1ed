using ImageStreams.References;

namespace ImageStreams.Graphs;

/// <content>What the tags of streams follow.</content>
internal sealed partial class GraphEditor
{
    /// <summary>Links all tags of a stream whose nodes are new.</summary>
    /// <param name="row">The stream.</param>
    /// <param name="later">Takes the tags that follow a stream whose nodes are yet to come; null when all are there.</param>
    private void LinkAll(int row, List<int>? later)
    {
        var stream = _rows.Stream(row);
        var wishes = stream.Stream!.Spec.Tags.AsSpan();
        for (var place = 0; place < wishes.Length; place++)
        {
            var node = stream.NodeAt(place);
            if (stream.Nodes is null || IsAt(node, place))
            {
                Link(node, wishes[place], later);
            }
        }
    }

    /// <summary>Takes out what says where a tag's image comes from; what builds push to it stays.</summary>
    private void Unlink(int node)
    {
        _rows.UnlinkIn(node, static kind => kind is GraphEdgeKind.Follows or GraphEdgeKind.Imports or GraphEdgeKind.Pins);
        _rows.ChangeNode(node).Follows = NodeRow.None;
    }

    private void Link(int node, TagReference? wish, List<int>? later = null)
    {
        switch (wish?.From)
        {
            case { Kind: ReferenceKinds.ImageStreamTag } from:
                Follow(node, from, later);
                break;
            case { Kind: ReferenceKinds.DockerImage, Name: { Length: > 0 } pullSpec }:
                Import(node, pullSpec, wish.ImportPolicy.Scheduled);
                break;
            case { Kind: ReferenceKinds.ImageStreamImage, Name: { Length: > 0 } name } from:
                Pin(node, from, name);
                break;
            default:
                break;
        }
    }

    private void Pin(int node, ObjectReference from, string name)
    {
        if (StreamImage(NamespaceOf(from, _rows.Node(node).Owner), name) is var image and not NodeRow.None)
        {
            _rows.Link(image, node, new EdgeOrigin(GraphEdgeKind.Pins, EdgeFiring.Manual));
        }
    }

    private void Follow(int node, ObjectReference from, List<int>? later)
    {
        var row = _rows.Node(node).Owner;
        var target = TargetOf(row, from, out var tag);
        if (later is not null && IsYetToCome(target))
        {
            later.Add(node);
            return;
        }

        var followed = TagNode(target, tag);
        var firing = target == row ? EdgeFiring.Automatic : EdgeFiring.Manual;
        _rows.Link(followed, node, new EdgeOrigin(GraphEdgeKind.Follows, firing));
        _rows.ChangeNode(node).Follows = followed;
    }

    /// <summary>The stream that a reference to a tag leads to; a name without a colon is a tag of the stream itself.</summary>
    private int TargetOf(int row, ObjectReference from, out ReadOnlySpan<char> tag)
    {
        ref readonly var stream = ref _rows.Stream(row);
        tag = from.Name;
        var (ns, name) = (NamespaceOf(from, row), stream.Name);
        var colon = tag.IndexOf(':');
        if (colon < 0)
        {
            return ns == stream.Namespace ? row : StreamRowOf(ns, name);
        }

        var named = tag[..colon];
        tag = colon == tag.Length - 1 ? DockerHub.LatestTag : tag[(colon + 1)..];
        return ns == stream.Namespace && named.SequenceEqual(name) ? row : StreamRowOf(ns, named);
    }

    private bool IsYetToCome(int stream) =>
        _rows.Stream(stream) is { Stream: not null, FirstNode: NodeRow.None, Nodes: null };

    private string NamespaceOf(ObjectReference from, int row) =>
        string.IsNullOrEmpty(from.Namespace) ? _rows.Stream(row).Namespace : from.Namespace;
}
