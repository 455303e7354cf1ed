using ImageStreams.Builds;

namespace ImageStreams.Graphs;

/// <summary>Writes the next version of a graph's rows.</summary>
/// <remarks>
/// <para>Used once, by one thread. The parts below share the rows; each has the state of its own subject.</para>
/// <code>
///   StreamNodes ──▶ TagLinks ──▶ PushedImages ──▶ GraphRows
///   ObjectNodes ──▶ NamedNodes, PushedImages ──▶ GraphRows
/// </code>
/// </remarks>
internal sealed class GraphEditor
{
    private readonly GraphRows _rows;
    private readonly PushedImages _pushes;
    private readonly TagLinks _links;
    private readonly StreamNodes _streams;
    private readonly ObjectNodes _objects;

    /// <summary>Initializes the editor with rows that nothing else changes.</summary>
    public GraphEditor(GraphRows rows)
    {
        var names = new NamedNodes(rows);
        _rows = rows;
        _pushes = new PushedImages(rows);
        _links = new TagLinks(rows, names, _pushes);
        _streams = new StreamNodes(rows, names, _links);
        _objects = new ObjectNodes(rows, names, _pushes);
    }

    /// <summary>Rebuilds the rows from the objects that are still in them.</summary>
    public static GraphRows Rebuild(GraphRows old)
    {
        var rows = new GraphRows();
        new GraphEditor(rows).Create([.. old.Streams], old.GetObjects<BuildConfig>(), old.GetObjects<GraphWorkload>());
        return rows;
    }

    /// <summary>Puts objects into an empty graph; the first of two with the same name counts.</summary>
    public void Create(GraphObjects objects) =>
        Create(objects.Streams.AsSpan(), Normalize(objects.BuildConfigs), GraphWorkload.FromObjects(objects));

    /// <summary>Adds objects, or replaces those with the same names; the last of two with the same name counts.</summary>
    public void Set(GraphObjects objects)
    {
        foreach (var stream in objects.Streams)
        {
            _streams.Set(stream);
        }

        RelinkWorkloads();
        SetObjects(Normalize(objects.BuildConfigs), GraphWorkload.FromObjects(objects), isFirst: false);
    }

    /// <summary>Removes the objects with these names.</summary>
    public void Remove(GraphObjects objects)
    {
        foreach (var stream in objects.Streams)
        {
            _streams.Remove(stream);
        }

        RelinkWorkloads();
        foreach (var build in objects.BuildConfigs)
        {
            _objects.Remove(build);
        }

        foreach (var workload in GraphWorkload.FromObjects(objects))
        {
            _objects.Remove(workload);
        }

        _pushes.Apply();
    }

    private void Create(
        ReadOnlySpan<ImageStream> streams, IEnumerable<BuildConfig> builds, IEnumerable<GraphWorkload> workloads)
    {
        new NewStreams(_rows, _streams, _links).Add(streams);
        SetObjects(builds, workloads, isFirst: true);
        _rows.SetBaseline();
    }

    private void SetObjects(IEnumerable<BuildConfig> builds, IEnumerable<GraphWorkload> workloads, bool isFirst)
    {
        foreach (var build in builds)
        {
            _objects.Set(build, isFirst);
        }

        foreach (var workload in workloads)
        {
            _objects.Set(workload, isFirst);
        }

        _pushes.Apply();
    }

    /// <summary>Fills in what the API server fills in; every trigger stays at its position, which edges name.</summary>
    private static IEnumerable<BuildConfig> Normalize(IEnumerable<BuildConfig> builds) => builds.Select(static build =>
    {
        var spec = build.Spec.Complete();
        return ReferenceEquals(spec, build.Spec) ? build : build with { Spec = spec };
    });

    private void RelinkWorkloads()
    {
        if (_streams.HaveImageNamesChanged)
        {
            _objects.RelinkWorkloads();
        }
    }
}
