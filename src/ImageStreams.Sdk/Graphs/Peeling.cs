using System.Collections;
using System.Runtime.InteropServices;

namespace ImageStreams.Graphs;

/// <summary>Takes away, again and again, the nodes of a graph that nothing leads to.</summary>
/// <remarks>
/// As a rule that is all of them. A node that only one edge leads to goes with the one behind that edge, so nothing needs
/// to be counted but for the few that several lead to. Used once.
/// </remarks>
internal sealed class Peeling(GraphRows rows)
{
    private readonly Stack<int> _free = [];
    private readonly NodeMap _joints = new();
    private readonly List<int> _awaited = [];
    private BitArray? _isTaken;
    private int _taken;

    /// <summary>What cannot be taken away: the nodes on a cycle, and those behind one.</summary>
    public int[] Run()
    {
        TakeAll();
        return _taken == rows.NodeCount ? [] : new Peeling(rows).RunMarking();
    }

    /// <summary>The same, remembering what was taken.</summary>
    private int[] RunMarking()
    {
        _isTaken = new BitArray(rows.NodeCount);
        TakeAll();
        var left = new List<int>(rows.NodeCount - _taken);
        for (var node = 0; node < rows.NodeCount; node++)
        {
            if (!_isTaken[node])
            {
                left.Add(node);
            }
        }

        return [.. left];
    }

    private void TakeAll()
    {
        for (var root = 0; root < rows.NodeCount; root++)
        {
            if (rows.Node(root).FirstIn == NodeRow.None)
            {
                Take(root);
                while (_free.TryPop(out var node))
                {
                    Follow(node);
                }
            }
        }
    }

    private void Take(int node)
    {
        _taken++;
        if (_isTaken is not null)
        {
            _isTaken[node] = true;
        }

        if (rows.Node(node).FirstOut != NodeRow.None)
        {
            _free.Push(node);
        }
    }

    private void Follow(int node)
    {
        for (var edge = rows.Node(node).FirstOut; edge != NodeRow.None; edge = rows.Edge(edge).NextOut)
        {
            ref readonly var row = ref rows.Edge(edge);
            if (IsLastTo(row))
            {
                Take(row.To);
            }
        }
    }

    /// <summary>Whether all other edges to the end of one have been followed.</summary>
    private bool IsLastTo(in EdgeRow edge)
    {
        var first = rows.Node(edge.To).FirstIn;
        if (rows.Edge(first).NextIn == NodeRow.None)
        {
            return true;
        }

        if (_joints.Add(edge.To))
        {
            _awaited.Add(CountIn(first));
        }

        return --CollectionsMarshal.AsSpan(_awaited)[_joints.Find(edge.To)] == 0;
    }

    private int CountIn(int first)
    {
        var count = 0;
        for (var edge = first; edge != NodeRow.None; edge = rows.Edge(edge).NextIn)
        {
            count++;
        }

        return count;
    }
}
