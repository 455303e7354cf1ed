using ImageStreams.Builds;
using ImageStreams.Collections;
using ImageStreams.References;

namespace ImageStreams.Graphs;

/// <summary>Writes the next version of a graph's rows.</summary>
/// <remarks>Used once, by one thread.</remarks>
internal sealed partial class GraphEditor
{
    private readonly GraphRows _rows;

    /// <summary>Begins with rows that nobody else changes.</summary>
    public GraphEditor(GraphRows rows) => _rows = rows;

    /// <summary>The rows as they would be, had they been made from what is there now.</summary>
    public static GraphRows Rebuild(GraphRows old)
    {
        var rows = new GraphRows();
        new GraphEditor(rows).Create([.. old.Streams], old.GetObjects<BuildConfig>(), old.GetObjects<GraphWorkload>());
        return rows;
    }

    /// <summary>Puts objects into an empty graph; of two with one name the first counts.</summary>
    public void Create(GraphObjects objects) =>
        Create(objects.Streams.AsSpan(), objects.BuildConfigs, GraphWorkload.FromObjects(objects));

    /// <summary>Puts objects in the place of those of their names; of two with one name the last counts.</summary>
    public void Set(GraphObjects objects)
    {
        foreach (var stream in objects.Streams)
        {
            SetStream(stream);
        }

        RelinkWorkloads();
        SetObjects(objects.BuildConfigs, GraphWorkload.FromObjects(objects), isFirst: false);
    }

    /// <summary>Takes the objects of these names out.</summary>
    public void Remove(GraphObjects objects)
    {
        foreach (var stream in objects.Streams)
        {
            RemoveStream(stream);
        }

        RelinkWorkloads();
        foreach (var build in objects.BuildConfigs)
        {
            RemoveBuild(build);
        }

        foreach (var workload in GraphWorkload.FromObjects(objects))
        {
            RemoveWorkload(workload);
        }

        ApplyPushes();
    }

    private void Create(
        ReadOnlySpan<ImageStream> streams, IEnumerable<BuildConfig> builds, IEnumerable<GraphWorkload> workloads)
    {
        AddTags(NewStreams(streams));
        SetObjects(builds, workloads, isFirst: true);
        _rows.SetBaseline();
    }

    private void SetObjects(IEnumerable<BuildConfig> builds, IEnumerable<GraphWorkload> workloads, bool isFirst)
    {
        foreach (var build in builds)
        {
            SetBuild(build, isFirst);
        }

        foreach (var workload in workloads)
        {
            SetWorkload(workload, isFirst);
        }

        ApplyPushes();
    }

    /// <summary>The node of a tag that something names; one that no stream has is made up.</summary>
    private int GetOrAddTag(int stream, ReadOnlySpan<char> tag)
    {
        if (_rows.TryFindTag(stream, tag, out var node))
        {
            return node;
        }

        var name = tag.ToString();
        return _rows.TryFindMissingTag(stream, name, out node) ? node : AddMissingTag(stream, name);
    }

    private int AddMissingTag(int stream, string tag)
    {
        var node = _rows.AddNode(NodeRow.CreateTag(
            stream, TagListing.Missing, _rows.AddObject(tag), KeyHash.Compute(tag), TagState.Missing));
        _rows.AddMissingTag(stream, tag, node);
        return node;
    }

    /// <summary>The row of a stream; one that is not there is made up.</summary>
    private int GetOrAddStream(string ns, ReadOnlySpan<char> name)
    {
        if (!_rows.TryFindStream(ns, name, out var row))
        {
            _rows.TryAddStream(ns, name.ToString(), out row);
        }

        return row;
    }

    /// <summary>The node of something that is no tag; made up where nothing has named it yet.</summary>
    private int GetOrAddNode(NodeKey key, NodeKind kind, object? subject)
    {
        if (!_rows.TryFindOther(key, out var node))
        {
            node = _rows.AddNode(NodeRow.Create(kind, _rows.AddObject(subject)));
            _rows.AddOther(key, node);
        }

        return node;
    }

    /// <summary>The node of what a reference names; false when it names nothing.</summary>
    /// <param name="from">The reference.</param>
    /// <param name="ns">The namespace of the object that holds it.</param>
    /// <param name="node">The node.</param>
    private bool TryFindSource(ObjectReference? from, string ns, out int node)
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

    private int GetOrAddStreamImage(string ns, string name) => NameScanner.TryScanLocalImage(name, out var parts, out _)
        ? GetOrAddNode(
            NodeKey.StreamImage(ns, name),
            NodeKind.StreamImage,
            ImageStreamImageName.FromParts(ns, parts.Stream.ToString(), parts.Member.ToString()))
        : NodeRow.None;

    private int GetOrAddExternalImage(string pullSpec)
    {
        var name = ExternalImages.GetName(pullSpec);
        return GetOrAddNode(NodeKey.ExternalImage(name), NodeKind.ExternalImage, name);
    }
}
