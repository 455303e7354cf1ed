namespace ImageStreams.Graphs;

/// <summary>The rows of a graph: its nodes, its edges and what they stand for.</summary>
/// <remarks>
/// <para>Numbers in pages, linked by numbers. A version that is forked off shares every page in which nothing changes, so
/// that a change costs what it touches. A key keeps its row for good; what is gone remains as something missing.</para>
/// <para>Written by one thread through <see cref="GraphEditor"/>, and by nobody once a graph has it.</para>
/// </remarks>
internal sealed partial class GraphRows
{
    /// <summary>So many rows may come even to a small graph.</summary>
    private const int MaxAdditions = 1000;

    private readonly CopyOnWriteList<NodeRow> _nodes;
    private readonly CopyOnWriteList<EdgeRow> _edges;
    private readonly CopyOnWriteList<StreamRow> _streams;
    private readonly CopyOnWriteList<object?> _objects;
    private readonly CopyOnWriteList<int> _workloads;
    private readonly LayeredMap<StreamKey> _streamRows;
    private readonly Dictionary<StreamKey, int>.AlternateLookup<StreamKey.Part> _streamParts;
    private readonly LayeredMap<StreamTagKey> _missingTags;
    private readonly LayeredMap<NodeKey> _others;
    private int _freeEdge = NodeRow.None;
    private int _baseline;

    public GraphRows()
    {
        (_nodes, _edges, _streams, _objects, _workloads) = (new(), new(), new(), new(), new());
        (_streamRows, _missingTags, _others) = (new(StreamKey.Comparer), new(), new());
        _streamParts = _streamRows.Shared.GetAlternateLookup<StreamKey.Part>();
    }

    private GraphRows(GraphRows before)
    {
        (_nodes, _edges) = (before._nodes.Fork(), before._edges.Fork());
        (_streams, _objects, _workloads) = (before._streams.Fork(), before._objects.Fork(), before._workloads.Fork());
        (_streamRows, _missingTags, _others) = (before._streamRows.Fork(), before._missingTags.Fork(), before._others.Fork());
        _streamParts = before._streamParts;
        (_freeEdge, _baseline) = (before._freeEdge, before._baseline);
        (EdgeCount, PushedImages) = (before.EdgeCount, before.PushedImages);
    }

    public int NodeCount => _nodes.Count;

    /// <summary>How many nodes are or were workloads.</summary>
    public int WorkloadCount => _workloads.Count;

    /// <summary>How many rows of edges there are, free ones included.</summary>
    public int EdgeRowCount => _edges.Count;

    /// <summary>How many edges there are; free rows do not count.</summary>
    public int EdgeCount { get; private set; }

    /// <summary>How many images outside the streams some build has pushed to.</summary>
    public int PushedImages { get; set; }

    /// <summary>Whether so much has come since the first version that a new one costs less than going on.</summary>
    public bool IsOvergrown => RowCount - _baseline > (RowCount / 4) + MaxAdditions;

    private int RowCount => _nodes.Count + _streams.Count + _objects.Count;

    /// <summary>The streams that are there.</summary>
    public IEnumerable<ImageStream> Streams =>
        Enumerable.Range(0, _streams.Count).Select(row => _streams[row].Stream).OfType<ImageStream>();

    /// <summary>The objects of a type that are there.</summary>
    public IEnumerable<T> GetObjects<T>() => Enumerable.Range(0, _objects.Count).Select(GetObject).OfType<T>();

    /// <summary>Says that the first version is there.</summary>
    public void SetBaseline() => _baseline = RowCount;

    /// <summary>The next version, to be changed.</summary>
    public GraphRows Fork() => new(this);

    public ref readonly NodeRow GetNode(int node) => ref _nodes[node];

    public ref readonly EdgeRow GetEdge(int edge) => ref _edges[edge];

    public ref readonly StreamRow GetStream(int row) => ref _streams[row];

    public object? GetObject(int row) => _objects[row];

    public ref NodeRow ChangeNode(int node) => ref _nodes.Change(node);

    public ref StreamRow ChangeStream(int row) => ref _streams.Change(row);

    public void SetObject(int row, object? value) => _objects.Change(row) = value;

    public int AddNode(in NodeRow node) => _nodes.Add(node);

    /// <summary>The node of a workload, by its number among them.</summary>
    public int GetWorkload(int number) => _workloads[number];

    public void AddWorkload(int node) => _workloads.Add(node);

    public int AddObject(object? value) => _objects.Add(value);

    /// <summary>The row of a stream, whether it is there or only named by something.</summary>
    public bool TryFindStream(string ns, ReadOnlySpan<char> name, out int row) =>
        _streamParts.TryGetValue(new StreamKey.Part(ns, name), out row)
        || (_streamRows.Changes > 0 && _streamRows.TryGet(StreamKey.Create(ns, name.ToString()), out row));

    /// <summary>Makes room for streams that are about to come.</summary>
    public void EnsureStreamCapacity(int count) => _streamRows.EnsureCapacity(count);

    /// <summary>Adds a stream, unless there is one of that name.</summary>
    public bool TryAddStream(string ns, string name, out int row)
    {
        row = _streams.Count;
        return _streamRows.TryAdd(StreamKey.Create(ns, name), row)
            && _streams.Add(new StreamRow { Namespace = ns, Name = name, FirstNode = NodeRow.None }) == row;
    }

    /// <summary>The node of a tag that its stream does not have, or did not have once.</summary>
    public bool TryFindMissingTag(int stream, string tag, out int node) => _missingTags.TryGet(new StreamTagKey(stream, tag), out node);

    public void AddMissingTag(int stream, string tag, int node) => _missingTags.Add(new StreamTagKey(stream, tag), node);

    /// <summary>The node of something that is no tag.</summary>
    public bool TryFindOther(NodeKey key, out int node) => _others.TryGet(key, out node);

    public void AddOther(NodeKey key, int node) => _others.Add(key, node);

    /// <summary>The name of a tag.</summary>
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
}
