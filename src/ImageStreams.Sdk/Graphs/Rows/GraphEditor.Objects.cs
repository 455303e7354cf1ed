using ImageStreams.Builds;
namespace ImageStreams.Graphs;

/// <content>Builds, and what they have in common with workloads.</content>
internal sealed partial class GraphEditor
{
    private void SetBuild(BuildConfig build, bool isFirst)
    {
        var node = ObjectNode(BuildConfig.KindName, build.Metadata.Namespace, build.Metadata.Name, NodeKind.Build);
        if (!TryTake(node, build, isFirst))
        {
            return;
        }

        var ns = build.Metadata.Namespace ?? "";
        foreach (var (from, origin) in BuildInputs.Of(build))
        {
            if (TryFindSource(from, ns, out var source))
            {
                _rows.Link(source, node, origin);
            }
        }

        if (build.Spec.Output.To is { Kind: not ReferenceKinds.ImageStreamImage } to && TryFindSource(to, ns, out var output))
        {
            _rows.Link(node, output, new EdgeOrigin(GraphEdgeKind.BuildOutput, EdgeFiring.Automatic));
            NotePush(output);
        }
    }

    private void RemoveBuild(BuildConfig build) =>
        RemoveObject(new NodeKey(BuildConfig.KindName, build.Metadata.Namespace ?? "", build.Metadata.Name ?? ""));

    private void RemoveObject(NodeKey key)
    {
        if (_rows.TryFindOther(key, out var node))
        {
            UnlinkObject(node);
            _rows.SetObject(_rows.Node(node).Owner, null);
        }
    }

    private int ObjectNode(string kind, string? ns, string? name, NodeKind nodeKind) =>
        OtherNode(new NodeKey(kind, ns ?? "", name ?? ""), nodeKind, subject: null);

    /// <summary>Puts an object into its node, which is cleared of what came from the one before.</summary>
    /// <returns>Whether it is there now: where the first counts, a second one of a name is passed over.</returns>
    private bool TryTake(int node, object subject, bool isFirst)
    {
        var row = _rows.Node(node).Owner;
        if (_rows.Object(row) is not null)
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
        if (_rows.Node(node).FirstOut is var push and not NodeRow.None)
        {
            NotePush(_rows.Edge(push).To);
            _rows.UnlinkOut(node, static _ => true);
        }
    }
}
