using ImageStreams.References;

namespace ImageStreams.Graphs;

/// <content>Workloads, and which tags the images of their containers are.</content>
internal sealed partial class GraphEditor
{
    private bool _haveNamesChanged;

    private void SetWorkload(GraphWorkload workload, bool isFirst)
    {
        var before = _rows.NodeCount;
        var node = GetOrAddObjectNode(workload.Kind, workload.Namespace, workload.Name, NodeKind.Workload);
        if (node >= before)
        {
            _rows.AddWorkload(node);
        }

        if (TrySetObject(node, workload, isFirst))
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
            _rows.Link(GetOrAddImageNode(workload, image), node, new EdgeOrigin(GraphEdgeKind.Deploys, EdgeFiring.Manual, image.Index));
        }
    }

    /// <summary>The tag that a container's image means in its namespace, or the image itself.</summary>
    private int GetOrAddImageNode(GraphWorkload workload, WorkloadImage image) =>
        ImageReference.TryParse(image.PullSpec, out var name) && name.Id.Length == 0
        && (TryFindLocal(name, workload, out var stream) || TryFindByRepository(name, out stream))
            ? GetOrAddTag(stream, name.Tag.Length == 0 ? DockerHub.LatestTag : name.Tag)
            : GetOrAddExternalImage(image.PullSpec);

    /// <summary>The stream of the workload's namespace that lends images its name, or must as the workload says so.</summary>
    private bool TryFindLocal(ImageReference image, GraphWorkload workload, out int row)
    {
        row = NodeRow.None;
        return (workload.ResolvesAllNames || image is { Registry: "", Namespace: "" })
            && _rows.TryFindStream(workload.Namespace, image.Name, out row)
            && _rows.GetStream(row).Stream is { } stream
            && (workload.ResolvesAllNames || stream.Spec.LookupPolicy.Local);
    }

    /// <summary>The stream in whose own repository the image is.</summary>
    private bool TryFindByRepository(ImageReference image, out int row) =>
        _rows.TryFindStream(image.Namespace, image.Name, out row)
        && _rows.GetStream(row).Stream is { } stream
        && stream.Status.DockerImageRepository.Length > 0
        && image.ToRepository().ToString() == stream.Status.DockerImageRepository;

    /// <summary>Looks at the names in workloads again where a stream has begun or ceased to give images its name.</summary>
    private void RelinkWorkloads()
    {
        for (var i = 0; _haveNamesChanged && i < _rows.WorkloadCount; i++)
        {
            var node = _rows.GetWorkload(i);
            if (_rows.GetObject(_rows.GetNode(node).Owner) is GraphWorkload { Images.IsEmpty: false } workload)
            {
                UnlinkObject(node);
                LinkWorkload(node, workload);
            }
        }
    }

    private void RemoveWorkload(GraphWorkload workload) =>
        RemoveObject(new NodeKey(workload.Kind, workload.Namespace, workload.Name));
}
