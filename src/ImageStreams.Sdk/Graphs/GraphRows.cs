namespace ImageStreams.Graphs;

/// <summary>The rows of a graph: its nodes, its edges and what they stand for.</summary>
/// <remarks>
/// <para>Numbers in pages, linked by numbers. A version that is forked off shares every page in which nothing changes, so
/// that a change costs what it touches. A key keeps its row for good; what is gone remains as something missing.</para>
/// <para>Written by one thread through <see cref="GraphEditor"/>, and by nobody once a graph has it.</para>
/// </remarks>
internal sealed partial class GraphRows
{
    private readonly Pages<NodeRow> _nodes;
    private readonly Pages<EdgeRow> _edges;
    private readonly Pages<StreamRow> _streams;
    private readonly Pages<object?> _objects;
    private readonly Pages<int> _workloads;
    private readonly LayeredMap<StreamKey> _streamRows;
    private readonly Dictionary<StreamKey, int>.AlternateLookup<StreamKey.Part> _streamParts;
    private readonly LayeredMap<TagKey> _strayTags;
    private readonly LayeredMap<NodeKey> _others;
    private int _freeEdge = NodeRow.None;

    public GraphRows()
    {
        (_nodes, _edges, _streams, _objects, _workloads) = (new(), new(), new(), new(), new());
        (_streamRows, _strayTags, _others) = (new(StreamKey.Comparer), new(), new());
        _streamParts = _streamRows.Shared.GetAlternateLookup<StreamKey.Part>();
    }

    private GraphRows(GraphRows before)
    {
        (_nodes, _edges) = (before._nodes.Fork(), before._edges.Fork());
        (_streams, _objects, _workloads) = (before._streams.Fork(), before._objects.Fork(), before._workloads.Fork());
        (_streamRows, _strayTags, _others) = (before._streamRows.Fork(), before._strayTags.Fork(), before._others.Fork());
        _streamParts = before._streamParts;
        (_freeEdge, EdgeCount, PushedImages) = (before._freeEdge, before.EdgeCount, before.PushedImages);
    }

    public int NodeCount => _nodes.Count;

    public int StreamCount => _streams.Count;

    /// <summary>How many nodes are or were workloads.</summary>
    public int WorkloadCount => _workloads.Count;

    /// <summary>How many rows of edges there are, free ones included.</summary>
    public int EdgeRowCount => _edges.Count;

    /// <summary>How many edges there are; free rows do not count.</summary>
    public int EdgeCount { get; private set; }

    /// <summary>How many images outside the streams some build has pushed to.</summary>
    public int PushedImages { get; set; }

    /// <summary>How many rows of streams, tags and objects have come since the first version.</summary>
    public int Additions => _streamRows.Changes + _strayTags.Changes + _others.Changes;

    /// <summary>The next version, to be changed.</summary>
    public GraphRows Fork() => new(this);

    public ref readonly NodeRow Node(int node) => ref _nodes[node];

    public ref readonly EdgeRow Edge(int edge) => ref _edges[edge];

    public ref readonly StreamRow Stream(int row) => ref _streams[row];

    public object? Object(int row) => _objects[row];

    public ref NodeRow ChangeNode(int node) => ref _nodes.Change(node);

    public ref StreamRow ChangeStream(int row) => ref _streams.Change(row);

    public void SetObject(int row, object? value) => _objects.Change(row) = value;

    public int AddNode(in NodeRow node) => _nodes.Add(node);

    /// <summary>The node of a workload, by its number among them.</summary>
    public int Workload(int number) => _workloads[number];

    public void AddWorkload(int node) => _workloads.Add(node);

    public int AddObject(object? value) => _objects.Add(value);

    /// <summary>The row of a stream, whether it is there or only named by something.</summary>
    public bool TryFindStream(string ns, ReadOnlySpan<char> name, out int row) =>
        _streamParts.TryGetValue(new StreamKey.Part(ns, name), out row)
        || (_streamRows.Changes > 0 && _streamRows.TryGet(StreamKey.Of(ns, name.ToString()), out row));

    /// <summary>Makes room for streams that are about to come.</summary>
    public void ExpectStreams(int count) => _streamRows.Expect(count);

    /// <summary>Adds a stream, unless there is one of that name.</summary>
    public bool TryAddStream(string ns, string name, out int row)
    {
        row = _streams.Count;
        return _streamRows.TryAdd(StreamKey.Of(ns, name), row)
            && _streams.Add(new StreamRow { Namespace = ns, Name = name, FirstNode = NodeRow.None }) == row;
    }

    public int AddStream(string ns, string name)
    {
        var row = _streams.Add(new StreamRow { Namespace = ns, Name = name, FirstNode = NodeRow.None });
        _streamRows.Add(StreamKey.Of(ns, name), row);
        return row;
    }

    /// <summary>The node of a tag that its stream does not have, or did not have once.</summary>
    public bool TryFindStray(int stream, string tag, out int node) => _strayTags.TryGet(new TagKey(stream, tag), out node);

    public void AddStray(int stream, string tag, int node) => _strayTags.Add(new TagKey(stream, tag), node);

    /// <summary>The node of something that is no tag.</summary>
    public bool TryFindOther(NodeKey key, out int node) => _others.TryGet(key, out node);

    public void AddOther(NodeKey key, int node) => _others.Add(key, node);

    /// <summary>The name of a tag.</summary>
    public string TagName(in NodeRow tag)
    {
        ref readonly var stream = ref _streams[tag.Owner];
        return tag.Place switch
        {
            TagPlace.Wish => stream.Stream!.Spec.Tags[tag.Position].Name,
            TagPlace.History => stream.Stream!.Status.Tags[tag.Position].Tag,
            _ => (string)_objects[tag.Position]!,
        };
    }

    /// <summary>Puts an edge in front of the lists of both its ends.</summary>
    public int Link(int from, int to, EdgeOrigin origin)
    {
        var row = EdgeRow.Of(from, to, origin);
        row.NextOut = _nodes[from].FirstOut;
        row.NextIn = _nodes[to].FirstIn;
        var edge = Keep(row);
        if (row.NextOut != NodeRow.None)
        {
            _edges.Change(row.NextOut).PreviousOut = edge;
        }

        _nodes.Change(from).FirstOut = edge;
        _nodes.Change(to).FirstIn = edge;
        return edge;
    }

    /// <summary>Takes out those edges to a node that somebody gives up.</summary>
    public void UnlinkIn(int node, Func<GraphEdgeKind, bool> isGone)
    {
        var previous = NodeRow.None;
        for (var edge = _nodes[node].FirstIn; edge != NodeRow.None;)
        {
            var next = _edges[edge].NextIn;
            if (isGone(_edges[edge].Kind))
            {
                SetNextIn(node, previous, next);
                Free(edge);
            }
            else
            {
                previous = edge;
            }

            edge = next;
        }
    }

    /// <summary>Takes out an edge from a node, wherever it stands among those of its end.</summary>
    public void Unlink(int edge)
    {
        var (to, previous) = (_edges[edge].To, NodeRow.None);
        for (var other = _nodes[to].FirstIn; other != edge; other = _edges[other].NextIn)
        {
            previous = other;
        }

        SetNextIn(to, previous, _edges[edge].NextIn);
        Free(edge);
    }

    private int Keep(in EdgeRow row)
    {
        EdgeCount++;
        if (_freeEdge == NodeRow.None)
        {
            return _edges.Add(row);
        }

        var edge = _freeEdge;
        _freeEdge = _edges[edge].NextOut;
        _edges.Change(edge) = row;
        return edge;
    }

    private void Free(int edge)
    {
        var row = _edges[edge];
        if (row.PreviousOut == NodeRow.None)
        {
            _nodes.Change(row.From).FirstOut = row.NextOut;
        }
        else
        {
            _edges.Change(row.PreviousOut).NextOut = row.NextOut;
        }

        if (row.NextOut != NodeRow.None)
        {
            _edges.Change(row.NextOut).PreviousOut = row.PreviousOut;
        }

        _edges.Change(edge) = new EdgeRow { From = NodeRow.None, NextOut = _freeEdge };
        _freeEdge = edge;
        EdgeCount--;
    }

    private void SetNextIn(int node, int previous, int next)
    {
        if (previous == NodeRow.None)
        {
            _nodes.Change(node).FirstIn = next;
        }
        else
        {
            _edges.Change(previous).NextIn = next;
        }
    }
}
