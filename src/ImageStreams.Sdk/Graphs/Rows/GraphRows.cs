using ImageStreams.Internal;

namespace ImageStreams.Graphs;

/// <summary>The rows of a graph: its nodes, its edges and the objects that they stand for.</summary>
/// <remarks>
/// <para>Rows refer to each other by number. A forked version shares every page of rows in which nothing changes, so that
/// the cost of a change depends on what it touches. A key keeps its row permanently; a removed object leaves the row
/// behind.</para>
/// <para>Written by one thread through <see cref="GraphEditor"/>; read-only once it belongs to a graph.</para>
/// </remarks>
internal sealed partial class GraphRows
{
    /// <summary>The number of rows that even a small graph may add before it is rebuilt.</summary>
    private const int MaxAdditions = 1000;

    private readonly CopyOnWriteList<NodeRow> _nodes;
    private readonly CopyOnWriteList<EdgeRow> _edges;
    private readonly CopyOnWriteList<StreamRow> _streams;
    private readonly CopyOnWriteList<object?> _objects;
    private readonly CopyOnWriteList<int> _workloads;
    private readonly LayeredMap<StreamKey> _streamRows;
    private readonly Dictionary<StreamKey, int>.AlternateLookup<StreamKey.Part> _streamParts;
    private readonly LayeredMap<TagKey> _missingTags;
    private readonly LayeredMap<NodeKey> _keyedNodes;
    private readonly ImportIndex _imports;
    private int _freeEdge = NodeRow.None;
    private int _baseline;

    public GraphRows()
    {
        _nodes = new();
        _edges = new();
        _streams = new();
        _objects = new();
        _workloads = new();
        _streamRows = new(StreamKey.Comparer);
        _missingTags = new();
        _keyedNodes = new();
        _imports = new();
        _streamParts = _streamRows.Shared.GetAlternateLookup<StreamKey.Part>();
    }

    private GraphRows(GraphRows before)
    {
        _nodes = before._nodes.Fork();
        _edges = before._edges.Fork();
        _streams = before._streams.Fork();
        _objects = before._objects.Fork();
        _workloads = before._workloads.Fork();
        _streamRows = before._streamRows.Fork();
        _missingTags = before._missingTags.Fork();
        _keyedNodes = before._keyedNodes.Fork();
        _imports = before._imports.Fork();
        _streamParts = before._streamParts;
        _freeEdge = before._freeEdge;
        _baseline = before._baseline;
        EdgeCount = before.EdgeCount;
        PushedImages = before.PushedImages;
    }

    public int NodeCount => _nodes.Count;

    /// <summary>The number of nodes that are or were workloads.</summary>
    public int WorkloadCount => _workloads.Count;

    /// <summary>The number of rows of edges, including free ones.</summary>
    public int EdgeRowCount => _edges.Count;

    /// <summary>The number of edges, without free rows.</summary>
    public int EdgeCount { get; private set; }

    /// <summary>The number of images outside the streams that a build pushes to.</summary>
    public int PushedImages { get; set; }

    /// <summary>
    /// Gets a value indicating whether so much was added since the first version that rebuilding costs less than continuing.
    /// </summary>
    public bool IsOvergrown => RowCount - _baseline > (RowCount / 4) + MaxAdditions;

    private int RowCount => _nodes.Count + _streams.Count + _objects.Count;

    /// <summary>The streams of the graph.</summary>
    public IEnumerable<ImageStream> Streams =>
        Enumerable.Range(0, _streams.Count).Select(row => _streams[row].Stream).OfType<ImageStream>();

    /// <summary>Gets the objects of a type.</summary>
    public IEnumerable<T> GetObjects<T>() => Enumerable.Range(0, _objects.Count).Select(GetObject).OfType<T>();

    /// <summary>Lists the problems of the workloads, which are not searched for among all objects.</summary>
    public IEnumerable<GraphProblem> ListProblems() => Enumerable.Range(0, WorkloadCount)
        .Select(workload => (GetObject(GetNode(GetWorkload(workload)).Owner) as GraphWorkload)?.Problem)
        .OfType<GraphProblem>();

    /// <summary>Marks the rows so far as those of the first version.</summary>
    public void SetBaseline() => _baseline = RowCount;

    /// <summary>Creates the next version, to be changed.</summary>
    public GraphRows Fork() => new(this);

    public ref readonly NodeRow GetNode(int node) => ref _nodes[node];

    public ref readonly EdgeRow GetEdge(int edge) => ref _edges[edge];

    public ref readonly StreamRow GetStream(int row) => ref _streams[row];

    public object? GetObject(int row) => _objects[row];

    /// <summary>Gets the node of a workload by its number among the workloads.</summary>
    public int GetWorkload(int number) => _workloads[number];

    public ref NodeRow ChangeNode(int node) => ref _nodes.Change(node);

    public ref StreamRow ChangeStream(int row) => ref _streams.Change(row);

    public void SetObject(int row, object? value) => _objects.Change(row) = value;

    public int AddNode(in NodeRow node) => _nodes.Add(node);

    /// <summary>Adds the key of a node that is not a tag.</summary>
    public void AddNode(NodeKey key, int node) => _keyedNodes.Add(key, node);

    public int AddObject(object? value) => _objects.Add(value);

    public void AddWorkload(int node) => _workloads.Add(node);

    /// <summary>Finds the node of something that is not a tag.</summary>
    public bool TryFindNode(NodeKey key, out int node) => _keyedNodes.TryGet(key, out node);

    /// <summary>Finds the row of a stream, which may be only named by a reference.</summary>
    public bool TryFindStream(string ns, ReadOnlySpan<char> name, out int row) =>
        _streamParts.TryGetValue(new StreamKey.Part(ns, name), out row)
        || (_streamRows.Changes > 0 && _streamRows.TryGet(StreamKey.Create(ns, name.ToString()), out row));

    /// <summary>Makes room for streams that are about to be added.</summary>
    public void EnsureStreamCapacity(int count) => _streamRows.EnsureCapacity(count);

    /// <summary>Adds a stream, unless there is one with that name.</summary>
    public bool TryAddStream(string ns, string name, out int row)
    {
        row = _streams.Count;
        return _streamRows.TryAdd(StreamKey.Create(ns, name), row)
            && _streams.Add(new StreamRow { Namespace = ns, Name = name, FirstNode = NodeRow.None }) == row;
    }
}
