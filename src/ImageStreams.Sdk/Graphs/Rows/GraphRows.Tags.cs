using ImageStreams.Collections;
using ImageStreams.References;

namespace ImageStreams.Graphs;

/// <content>Finding tags.</content>
internal sealed partial class GraphRows
{
    /// <summary>Up to so many tags are looked through; more have an index, that of the stream's own lists.</summary>
    private const int MaxLinearSearch = 16;

    /// <summary>The node of a tag that its stream has now.</summary>
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

    /// <summary>The node that a tag has had in its stream so far, whatever has become of that node meanwhile.</summary>
    public bool TryFindListedTag(int stream, string tag, out int node)
    {
        ref readonly var row = ref _streams[stream];
        node = row.SlotCount > 0 && row is not { Nodes: null, FirstNode: NodeRow.None } ? SearchIndex(row, tag) : NodeRow.None;
        return node != NodeRow.None;
    }

    /// <summary>The node of a tag that a stream has or something names, or <see cref="NodeRow.None"/>.</summary>
    public int FindTag(ImageStreamTagName tag) => TryFindStream(tag.Namespace, tag.Stream, out var stream)
        && (TryFindTag(stream, tag.Tag, out var node) || TryFindMissingTag(stream, tag.Tag, out node))
            ? node
            : NodeRow.None;

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
        var (specTags, histories) = (row.Stream!.Spec.Tags, row.Stream.Status.Tags);
        if (specTags.IndexOf(tag) is var specTag and >= 0)
        {
            return row.GetNode(specTag);
        }

        return row.Nodes is not null && histories.IndexOf(tag) is var history and >= 0
            ? row.GetNode(specTags.Count + history)
            : NodeRow.None;
    }
}
