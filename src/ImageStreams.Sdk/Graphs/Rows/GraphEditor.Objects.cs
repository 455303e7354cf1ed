using ImageStreams.Builds;
namespace ImageStreams.Graphs;

/// <content>Builds, and what they have in common with workloads.</content>
internal sealed partial class GraphEditor
{
    private void SetBuild(BuildConfig build, bool isFirst)
    {
        var node = GetOrAddObjectNode(BuildConfig.KindName, build.Metadata.Namespace, build.Metadata.Name, NodeKind.Build);
        if (!TrySetObject(node, build, isFirst))
        {
            return;
        }

        var ns = build.Namespace;
        foreach (var (from, origin) in BuildInputs.GetInputs(build))
        {
            if (TryFindSource(from, ns, out var source))
            {
                _rows.Link(source, node, origin);
            }
        }

        if (build.Spec.Output.To is { Kind: not ReferenceKinds.ImageStreamImage } to && TryFindSource(to, ns, out var output))
        {
            _rows.Link(node, output, new EdgeOrigin(GraphEdgeKind.BuildOutput, EdgeFiring.Automatic));
            TrackPush(output);
        }
    }

    private void RemoveBuild(BuildConfig build) =>
        RemoveObject(new NodeKey(BuildConfig.KindName, build.Namespace, build.Name));

    private void RemoveObject(NodeKey key)
    {
        if (_rows.TryFindOther(key, out var node))
        {
            UnlinkObject(node);
            _rows.SetObject(_rows.GetNode(node).Owner, null);
        }
    }

    private int GetOrAddObjectNode(string kind, string? ns, string? name, NodeKind nodeKind) =>
        GetOrAddNode(new NodeKey(kind, ns ?? "", name ?? ""), nodeKind, subject: null);

    /// <summary>Puts an object into its node, which is cleared of what came from the one before.</summary>
    /// <returns>Whether it is there now: where the first counts, a second one of a name is passed over.</returns>
    private bool TrySetObject(int node, object subject, bool isFirst)
    {
        var row = _rows.GetNode(node).Owner;
        if (_rows.GetObject(row) is not null)
        {
            if (isFirst)
            {
                return false;
            }

            UnlinkObject(node);
        }

        _rows.SetObject(row, subject);
        return true;
    }

    /// <summary>Takes out every edge that an object made: those to it, and the one to what a build pushes.</summary>
    private void UnlinkObject(int node)
    {
        _rows.UnlinkIn(node, static _ => true);
        if (_rows.GetNode(node).FirstOut is var push and not NodeRow.None)
        {
            TrackPush(_rows.GetEdge(push).To);
            _rows.UnlinkOut(node, static _ => true);
        }
    }
}
