using ImageStreams.References;
using ImageStreams.Resolution;

namespace ImageStreams.Graphs;

/// <summary>Finds the images that tags name by digest, reading the histories of each stream once.</summary>
internal sealed class PinnedImages(GraphRows rows)
{
    private readonly Dictionary<int, ImageIndex> _indices = [];

    public TagOutcomeKind GetOutcome(int tag)
    {
        ref readonly var row = ref rows.GetNode(tag);
        ref readonly var stream = ref rows.GetStream(row.Owner);
        var from = stream.Stream!.Spec.Tags[row.Position].From!;
        if (!NameScanner.TryScanLocalImage(from.Name, out var parts, out _))
        {
            return TagOutcomeKind.Invalid;
        }

        var ns = from.NamespaceOr(stream.Namespace);
        return Find(ns, parts.Stream.ToString(), parts.Member.ToString()) switch
        {
            StreamImageResult.Found => TagOutcomeKind.Resolved,
            StreamImageResult.Ambiguous => TagOutcomeKind.Invalid,
            _ => TagOutcomeKind.NotFound,
        };
    }

    private StreamImageResult? Find(string ns, string name, string id)
    {
        if (!rows.TryFindStream(ns, name, out var row) || rows.GetStream(row).Stream is not { } stream)
        {
            return null;
        }

        if (!_indices.TryGetValue(row, out var index))
        {
            index = new ImageIndex(stream);
            _indices.Add(row, index);
        }

        return index.Resolve(id);
    }
}
