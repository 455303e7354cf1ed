using ImageStreams.Collections;
using ImageStreams.References;

namespace ImageStreams.Graphs;

/// <summary>Finds the nodes that references name, and adds those that are missing.</summary>
internal sealed class NamedNodes(GraphRows rows)
{
    /// <summary>Gets the node of a tag; a tag that no stream has gets a node as a missing tag.</summary>
    public int GetOrAddTag(int stream, ReadOnlySpan<char> tag)
    {
        if (rows.TryFindTag(stream, tag, out var node))
        {
            return node;
        }

        var name = tag.ToString();
        return rows.TryFindMissingTag(stream, name, out node) ? node : AddMissingTag(stream, name);
    }

    /// <summary>Gets the row of a stream; one that is not in the graph gets a row without an object.</summary>
    public int GetOrAddStream(string ns, ReadOnlySpan<char> name)
    {
        if (!rows.TryFindStream(ns, name, out var row))
        {
            rows.TryAddStream(ns, name.ToString(), out row);
        }

        return row;
    }

    /// <summary>Gets the node of a build or workload.</summary>
    public int GetOrAddObject(string kind, string ns, string name, NodeKind nodeKind) =>
        GetOrAddNode(new NodeKey(kind, ns, name), nodeKind, subject: null);

    /// <summary>Gets the node of one image of a stream, or <see cref="NodeRow.None"/> when the name is malformed.</summary>
    public int GetOrAddStreamImage(string ns, string name) => NameScanner.TryScanLocalImage(name, out var parts, out _)
        ? GetOrAddNode(
            NodeKey.StreamImage(ns, name),
            NodeKind.StreamImage,
            ImageStreamImageName.FromParts(ns, parts.Stream.ToString(), parts.Member.ToString()))
        : NodeRow.None;

    /// <summary>Gets the node of an image outside the streams.</summary>
    public int GetOrAddExternalImage(string pullSpec)
    {
        var name = ExternalImages.GetName(pullSpec);
        return GetOrAddNode(NodeKey.ExternalImage(name), NodeKind.ExternalImage, name);
    }

    /// <summary>Gets the node that a reference names; false when it names nothing.</summary>
    /// <param name="from">The reference.</param>
    /// <param name="ns">The namespace of the object that holds it.</param>
    /// <param name="node">The node.</param>
    public bool TryGetOrAddSource(ObjectReference? from, string ns, out int node)
    {
        node = NodeRow.None;
        if (from is not { Name: { Length: > 0 } name })
        {
            return false;
        }

        ns = from.NamespaceOr(ns);
        node = from.Kind switch
        {
            ReferenceKinds.ImageStreamTag => GetOrAddNamedTag(ns, name),
            ReferenceKinds.ImageStreamImage => GetOrAddStreamImage(ns, name),
            ReferenceKinds.DockerImage => GetOrAddExternalImage(name),
            _ => NodeRow.None,
        };
        return node != NodeRow.None;
    }

    private int GetOrAddNamedTag(string ns, string name)
    {
        ImageStreamTagName.TrySplit(name, out var stream, out var tag);
        return GetOrAddTag(GetOrAddStream(ns, stream), tag);
    }

    private int GetOrAddNode(NodeKey key, NodeKind kind, object? subject)
    {
        if (!rows.TryFindNode(key, out var node))
        {
            node = rows.AddNode(NodeRow.Create(kind, rows.AddObject(subject)));
            rows.AddNode(key, node);
        }

        return node;
    }

    private int AddMissingTag(int stream, string tag)
    {
        var name = rows.AddObject(tag);
        var node = rows.AddNode(NodeRow.CreateTag(
            stream, TagListing.Missing, name, KeyHash.Compute(tag), TagState.Missing));
        rows.AddMissingTag(stream, tag, node);
        return node;
    }
}
