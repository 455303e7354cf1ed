namespace ImageStreams.Graphs;

/// <content>Builds and workloads.</content>
internal sealed partial class GraphEditor
{
    private readonly HashSet<int> _pushed = [];

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

        if (TryFindSource(build.Spec.Output.To, ns, out var output))
        {
            _rows.Link(node, output, new EdgeOrigin(GraphEdgeKind.BuildOutput, EdgeFiring.Automatic));
            if (_rows.Node(output).Kind == NodeKind.ExternalImage)
            {
                _pushed.Add(output);
            }
        }
    }

    private void SetWorkload(GraphWorkload workload, bool isFirst)
    {
        var before = _rows.NodeCount;
        var node = ObjectNode(workload.Kind, workload.Namespace, workload.Name, NodeKind.Workload);
        if (node >= before)
        {
            _rows.AddWorkload(node);
        }

        if (TryTake(node, workload, isFirst))
        {
            LinkWorkload(node, workload);
        }
    }

    private void LinkWorkload(int node, GraphWorkload workload)
    {
        foreach (var (from, origin) in workload.Triggers)
        {
            if (TryFindSource(from, workload.Namespace, out var source))
            {
                _rows.Link(source, node, origin);
            }
        }

        foreach (var image in workload.Images)
        {
            _rows.Link(ImageNode(workload, image), node, new EdgeOrigin(GraphEdgeKind.Deploys, EdgeFiring.Manual, image.Index));
        }
    }

    /// <summary>The tag that a container's image means in its namespace, or the image itself.</summary>
    private int ImageNode(GraphWorkload workload, WorkloadImage image) =>
        image.TryName(workload, out var ns, out var stream, out var tag)
        && _rows.TryFindStream(ns, stream, out var row) && image.Means(_rows.Stream(row).Stream, workload)
            ? TagNode(row, tag)
            : ExternalImage(image.PullSpec);

    /// <summary>A stream has begun or ceased to give images their names: looks at the names in workloads again.</summary>
    private void RelinkWorkloads()
    {
        for (var i = 0; i < _rows.WorkloadCount; i++)
        {
            var node = _rows.Workload(i);
            if (_rows.Object(_rows.Node(node).Owner) is GraphWorkload { Images.IsEmpty: false } workload)
            {
                UnlinkObject(node);
                LinkWorkload(node, workload);
            }
        }
    }

    private void RemoveBuild(BuildConfig build) =>
        RemoveObject(new NodeKey(BuildConfig.KindName, build.Metadata.Namespace ?? "", build.Metadata.Name ?? ""));

    private void RemoveWorkload(GraphWorkload workload) =>
        RemoveObject(new NodeKey(workload.Kind, workload.Namespace, workload.Name));

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

    /// <summary>Takes out every edge that an object made: those to it, and those from it, which are what it pushes.</summary>
    private void UnlinkObject(int node)
    {
        _rows.UnlinkIn(node, static _ => true);
        while (_rows.Node(node).FirstOut is var edge and not NodeRow.None)
        {
            _rows.Unlink(edge);
        }
    }
}
