using ImageStreams.Collections;
using ImageStreams.References;

namespace ImageStreams.Graphs;

/// <content>Tags and their nodes.</content>
internal sealed partial class GraphRows
{
    /// <summary>The number of tags up to which a linear search is faster than the index of the stream's own lists.</summary>
    private const int MaxLinearSearch = 16;

    /// <summary>Finds the node of a tag that its stream has now.</summary>
    public bool TryFindTag(int stream, ReadOnlySpan<char> tag, out int node)
    {
        ref readonly var row = ref _streams[stream];
        if (row.Stream is null)
        {
            node = NodeRow.None;
            return false;
        }

        node = row.Nodes is null && row.SlotCount <= MaxLinearSearch
            ? SearchLinearly(row, tag)
            : SearchIndex(row, tag.ToString());
        return node != NodeRow.None;
    }

    /// <summary>Finds the node that a tag has had in its stream so far, regardless of the node's current state.</summary>
    public bool TryFindListedTag(int stream, string tag, out int node)
    {
        ref readonly var row = ref _streams[stream];
        var hasNodes = row.SlotCount > 0 && row is not { Nodes: null, FirstNode: NodeRow.None };
        node = hasNodes ? SearchIndex(row, tag) : NodeRow.None;
        return node != NodeRow.None;
    }

    /// <summary>Finds the node of a tag that its stream does not have, or once did not have.</summary>
    public bool TryFindMissingTag(int stream, string tag, out int node) =>
        _missingTags.TryGet(new TagKey(stream, tag), out node);

    public void AddMissingTag(int stream, string tag, int node) => _missingTags.Add(new TagKey(stream, tag), node);

    /// <summary>
    /// Finds the node of a tag that a stream has or a reference names; <see cref="NodeRow.None"/> without one.
    /// </summary>
    public int FindTag(ImageStreamTagName tag) => TryFindStream(tag.Namespace, tag.Stream, out var stream)
        && (TryFindTag(stream, tag.Tag, out var node) || TryFindMissingTag(stream, tag.Tag, out node))
            ? node
            : NodeRow.None;

    /// <summary>Finds the spec tag of a node.</summary>
    public TagReference? FindReference(int node)
    {
        ref readonly var tag = ref _nodes[node];
        return tag.Listing == TagListing.Spec ? _streams[tag.Owner].Stream!.Spec.Tags[tag.Position] : null;
    }

    /// <summary>Finds the pull spec of the image outside the streams that a tag imports; null when it imports none.</summary>
    public string? FindPullSpec(int node) =>
        _nodes[node].Kind == NodeKind.Tag
        && FindReference(node) is { From: { Kind: ReferenceKinds.DockerImage, Name: { Length: > 0 } pullSpec } }
            ? pullSpec
            : null;

    /// <summary>Records that a tag now imports an image outside the streams.</summary>
    public void AddImport(int node, string pullSpec) => _imports.Add(node, pullSpec);

    /// <summary>Finds the tags that import an image outside the streams, in the order of their nodes.</summary>
    /// <param name="image">The image, as <see cref="ExternalImages.GetName"/> returns it.</param>
    public IEnumerable<int> FindImporters(string image) => _imports.Find(image, ListImports)
        .Where(node => FindPullSpec(node) is { } pullSpec && ExternalImages.GetName(pullSpec) == image);

    /// <summary>Determines whether a slot is the first one of its node's spec tag.</summary>
    public bool IsSpecTag(int node, int slot)
    {
        ref readonly var tag = ref _nodes[node];
        return tag.Listing == TagListing.Spec && tag.Position == slot;
    }

    /// <summary>Gets the name of a tag.</summary>
    public string GetTagName(in NodeRow tag)
    {
        ref readonly var stream = ref _streams[tag.Owner];
        return tag.Listing switch
        {
            TagListing.Spec => stream.Stream!.Spec.Tags[tag.Position].Name,
            TagListing.Status => stream.Stream!.Status.Tags[tag.Position].Tag,
            _ => (string)_objects[tag.Position]!,
        };
    }

    private IEnumerable<(int Node, string PullSpec)> ListImports()
    {
        for (var node = 0; node < NodeCount; node++)
        {
            if (FindPullSpec(node) is { } pullSpec)
            {
                yield return (node, pullSpec);
            }
        }
    }

    private int SearchLinearly(in StreamRow stream, ReadOnlySpan<char> tag)
    {
        var hash = KeyHash.Compute(tag);
        var end = stream.FirstNode + stream.SlotCount;
        for (var node = stream.FirstNode; node < end; node++)
        {
            ref readonly var row = ref _nodes[node];
            if (row.NameHash == hash && (KeyHash.IsExact(hash) || tag.SequenceEqual(GetTagName(row))))
            {
                return node;
            }
        }

        return NodeRow.None;
    }

    private static int SearchIndex(in StreamRow row, string tag)
    {
        var specTags = row.Stream!.Spec.Tags;
        var specTag = specTags.IndexOf(tag);
        if (specTag >= 0)
        {
            return row.GetNode(specTag);
        }

        var history = row.Nodes is null ? -1 : row.Stream.Status.Tags.IndexOf(tag);
        return history >= 0 ? row.GetNode(specTags.Count + history) : NodeRow.None;
    }

    /// <summary>A tag by the row of its stream and its name.</summary>
    private readonly record struct TagKey(int Stream, string Tag);
}
