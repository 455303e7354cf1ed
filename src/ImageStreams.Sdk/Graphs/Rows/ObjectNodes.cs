using ImageStreams.Builds;

namespace ImageStreams.Graphs;

/// <summary>Adds, replaces and removes builds and workloads.</summary>
internal sealed class ObjectNodes(GraphRows rows, NamedNodes names, PushedImages pushes)
{
    private readonly WorkloadImages _images = new(rows, names);

    /// <summary>Adds a build, or replaces the one with its name.</summary>
    /// <param name="build">The build configuration.</param>
    /// <param name="isFirst">True when the first of two with the same name counts.</param>
    public void Set(BuildConfig build, bool isFirst)
    {
        var ns = build.Namespace;
        var node = names.GetOrAddObject(BuildConfig.KindName, ns, build.Name, NodeKind.Build);
        if (!TrySetObject(node, build, isFirst))
        {
            return;
        }

        LinkSources(node, ns, BuildInputs.GetInputs(build));
        if (PushedTag.FindOutput(build) is { } to
            && names.TryGetOrAddSource(to, ns, out var output))
        {
            rows.Link(node, output, new EdgeOrigin(GraphEdgeKind.BuildOutput, EdgeFiring.Automatic));
            pushes.Track(output);
        }
    }

    /// <summary>Adds a workload, or replaces the one with its kind and name.</summary>
    /// <param name="workload">The workload.</param>
    /// <param name="isFirst">True when the first of two with the same name counts.</param>
    public void Set(GraphWorkload workload, bool isFirst)
    {
        var before = rows.NodeCount;
        var node = names.GetOrAddObject(workload.Kind, workload.Namespace, workload.Name, NodeKind.Workload);
        if (node >= before)
        {
            rows.AddWorkload(node);
        }

        if (TrySetObject(node, workload, isFirst))
        {
            LinkWorkload(node, workload);
        }
    }

    /// <summary>Removes the build with a name.</summary>
    public void Remove(BuildConfig build) =>
        Remove(new NodeKey(BuildConfig.KindName, build.Namespace, build.Name));

    /// <summary>Removes the workload with a kind and name.</summary>
    public void Remove(GraphWorkload workload) =>
        Remove(new NodeKey(workload.Kind, workload.Namespace, workload.Name));

    /// <summary>Links all workloads that name images themselves again, because the names of streams have changed.</summary>
    public void RelinkWorkloads()
    {
        for (var i = 0; i < rows.WorkloadCount; i++)
        {
            var node = rows.GetWorkload(i);
            if (rows.GetObject(rows.GetNode(node).Owner) is GraphWorkload { Images.IsEmpty: false } workload)
            {
                Unlink(node);
                LinkWorkload(node, workload);
            }
        }
    }

    private void LinkWorkload(int node, GraphWorkload workload)
    {
        LinkSources(node, workload.Namespace, workload.Triggers);
        foreach (var image in workload.Images)
        {
            var source = _images.GetOrAddNode(workload, image.PullSpec);
            rows.Link(source, node, new EdgeOrigin(GraphEdgeKind.Deploys, EdgeFiring.Manual, image.Index));
        }
    }

    private void LinkSources(int node, string ns, IEnumerable<(ObjectReference From, EdgeOrigin Origin)> sources)
    {
        foreach (var (from, origin) in sources)
        {
            if (names.TryGetOrAddSource(from, ns, out var source))
            {
                rows.Link(source, node, origin);
            }
        }
    }

    private void Remove(NodeKey key)
    {
        if (rows.TryFindNode(key, out var node))
        {
            Unlink(node);
            rows.SetObject(rows.GetNode(node).Owner, null);
        }
    }

    /// <summary>Puts an object into its node, and removes the edges of the previous one.</summary>
    /// <returns>False when the first counts and there is already one.</returns>
    private bool TrySetObject(int node, object subject, bool isFirst)
    {
        var row = rows.GetNode(node).Owner;
        if (rows.GetObject(row) is not null)
        {
            if (isFirst)
            {
                return false;
            }

            Unlink(node);
        }

        rows.SetObject(row, subject);
        return true;
    }

    /// <summary>Removes every edge that an object created: those to it, and the one to the output of a build.</summary>
    private void Unlink(int node)
    {
        rows.UnlinkIn(node, static _ => true);
        var push = rows.GetNode(node).FirstOut;
        if (push != NodeRow.None)
        {
            pushes.Track(rows.GetEdge(push).To);
            rows.UnlinkOut(node, static _ => true);
        }
    }
}
