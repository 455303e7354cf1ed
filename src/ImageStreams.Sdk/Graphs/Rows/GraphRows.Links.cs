namespace ImageStreams.Graphs;

/// <content>Edges, which are in a list of each of their ends.</content>
internal sealed partial class GraphRows
{
    /// <summary>Adds an edge at the front of the lists of both its ends.</summary>
    public int Link(int from, int to, EdgeOrigin origin)
    {
        var row = EdgeRow.Create(from, to, origin);
        row.NextOut = _nodes[from].FirstOut;
        row.NextIn = _nodes[to].FirstIn;
        var edge = StoreEdge(row);
        if (row.NextOut != NodeRow.None)
        {
            _edges.Change(row.NextOut).PreviousOut = edge;
        }

        if (row.NextIn != NodeRow.None)
        {
            _edges.Change(row.NextIn).PreviousIn = edge;
        }

        _nodes.Change(from).FirstOut = edge;
        _nodes.Change(to).FirstIn = edge;
        return edge;
    }

    /// <summary>Removes the edges of some kinds that lead to a node.</summary>
    public void UnlinkIn(int node, Func<GraphEdgeKind, bool> isRemoved)
    {
        var edge = _nodes[node].FirstIn;
        while (edge != NodeRow.None)
        {
            var next = _edges[edge].NextIn;
            if (isRemoved(_edges[edge].Kind))
            {
                Unlink(edge);
            }

            edge = next;
        }
    }

    /// <summary>Removes the edges of some kinds that lead away from a node.</summary>
    public void UnlinkOut(int node, Func<GraphEdgeKind, bool> isRemoved)
    {
        var edge = _nodes[node].FirstOut;
        while (edge != NodeRow.None)
        {
            var next = _edges[edge].NextOut;
            if (isRemoved(_edges[edge].Kind))
            {
                Unlink(edge);
            }

            edge = next;
        }
    }

    private int StoreEdge(in EdgeRow row)
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

    /// <summary>Removes an edge from the lists of both its ends.</summary>
    private void Unlink(int edge)
    {
        var row = _edges[edge];
        GetNextOut(row) = row.NextOut;
        GetNextIn(row) = row.NextIn;
        if (row.NextOut != NodeRow.None)
        {
            _edges.Change(row.NextOut).PreviousOut = row.PreviousOut;
        }

        if (row.NextIn != NodeRow.None)
        {
            _edges.Change(row.NextIn).PreviousIn = row.PreviousIn;
        }

        _edges.Change(edge) = new EdgeRow { From = NodeRow.None, NextOut = _freeEdge };
        _freeEdge = edge;
        EdgeCount--;
    }

    /// <summary>Gets the field that refers to an edge in the list of those from its start.</summary>
    private ref int GetNextOut(in EdgeRow edge) => ref edge.PreviousOut == NodeRow.None
        ? ref _nodes.Change(edge.From).FirstOut
        : ref _edges.Change(edge.PreviousOut).NextOut;

    /// <summary>Gets the field that refers to an edge in the list of those to its end.</summary>
    private ref int GetNextIn(in EdgeRow edge) => ref edge.PreviousIn == NodeRow.None
        ? ref _nodes.Change(edge.To).FirstIn
        : ref _edges.Change(edge.PreviousIn).NextIn;
}
