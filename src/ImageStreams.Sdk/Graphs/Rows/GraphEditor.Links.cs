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
        var stream = _rows.GetStream(row);
        var specTags = stream.Stream!.Spec.Tags.AsSpan();
        for (var place = 0; place < specTags.Length; place++)
        {
            var node = stream.GetNode(place);
            if (stream.Nodes is null || IsAt(node, place))
            {
                Link(node, specTags[place], later);
            }
        }
    }

    /// <summary>Takes out what says where a tag's image comes from; what builds push to it stays.</summary>
    private void Unlink(int node)
    {
        _rows.UnlinkIn(node, static kind => kind is GraphEdgeKind.Follows or GraphEdgeKind.Imports or GraphEdgeKind.Pins);
        _rows.ChangeNode(node).Follows = NodeRow.None;
    }

    private void Link(int node, TagReference? specTag, List<int>? later = null)
    {
        switch (specTag?.From)
        {
            case { Kind: ReferenceKinds.ImageStreamTag } from:
                Follow(node, from, later);
                break;
            case { Kind: ReferenceKinds.DockerImage, Name: { Length: > 0 } pullSpec }:
                Import(node, pullSpec, specTag.ImportPolicy.Scheduled);
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
        if (GetOrAddStreamImage(GetNamespace(from, _rows.GetNode(node).Owner), name) is var image and not NodeRow.None)
        {
            _rows.Link(image, node, new EdgeOrigin(GraphEdgeKind.Pins, EdgeFiring.Manual));
        }
    }

    private void Follow(int node, ObjectReference from, List<int>? later)
    {
        var row = _rows.GetNode(node).Owner;
        var target = GetTargetStream(row, from, out var tag);
        if (later is not null && IsPending(target))
        {
            later.Add(node);
            return;
        }

        var followed = GetOrAddTag(target, tag);
        var firing = target == row ? EdgeFiring.Automatic : EdgeFiring.Manual;
        _rows.Link(followed, node, new EdgeOrigin(GraphEdgeKind.Follows, firing));
        _rows.ChangeNode(node).Follows = followed;
    }

    /// <summary>The stream that a reference to a tag leads to; a name without a colon is a tag of the stream itself.</summary>
    private int GetTargetStream(int row, ObjectReference from, out ReadOnlySpan<char> tag)
    {
        ref readonly var stream = ref _rows.GetStream(row);
        tag = from.Name;
        var (ns, name) = (GetNamespace(from, row), stream.Name);
        var colon = tag.IndexOf(':');
        if (colon < 0)
        {
            return ns == stream.Namespace ? row : GetOrAddStream(ns, name);
        }

        var named = tag[..colon];
        tag = colon == tag.Length - 1 ? DockerHub.LatestTag : tag[(colon + 1)..];
        return ns == stream.Namespace && named.SequenceEqual(name) ? row : GetOrAddStream(ns, named);
    }

    private bool IsPending(int stream) =>
        _rows.GetStream(stream) is { Stream: not null, FirstNode: NodeRow.None, Nodes: null };

    private string GetNamespace(ObjectReference from, int row) => from.NamespaceOr(_rows.GetStream(row).Namespace);
}
