namespace ImageStreams.Graphs;

/// <summary>Finds the rings of tags that follow each other.</summary>
/// <remarks>
/// A tag follows one tag at most, so a ring is found by going on from every tag once, and no edge is looked at. A byte for
/// each node; used once.
/// </remarks>
internal sealed class TagRings(GraphRows rows)
{
    private readonly State[] _states = new State[rows.NodeCount];
    private readonly List<int[]> _rings = [];

    private enum State : byte
    {
        Unseen,
        OnWay,
        Done,
    }

    /// <summary>The nodes of each ring, in the order in which they follow each other.</summary>
    public IReadOnlyList<int[]> Run()
    {
        for (var node = 0; node < rows.NodeCount; node++)
        {
            if (rows.Node(node).Follows != NodeRow.None && _states[node] == State.Unseen)
            {
                Go(node);
            }
        }

        return _rings;
    }

    //   start ──follows──▶ tag ──follows──▶ tag ──follows──▶ one that is done, or follows nothing
    //                       ▲                │
    //                       └────────────────┘  one of this way: a ring
    private void Go(int start)
    {
        var node = start;
        while (node != NodeRow.None && _states[node] == State.Unseen)
        {
            _states[node] = State.OnWay;
            node = rows.Node(node).Follows;
        }

        if (node != NodeRow.None && _states[node] == State.OnWay)
        {
            _rings.Add(RingOf(node));
        }

        for (node = start; node != NodeRow.None && _states[node] == State.OnWay; node = rows.Node(node).Follows)
        {
            _states[node] = State.Done;
        }
    }

    private int[] RingOf(int first)
    {
        var ring = new List<int> { first };
        for (var node = rows.Node(first).Follows; node != first; node = rows.Node(node).Follows)
        {
            ring.Add(node);
        }

        return [.. ring];
    }
}
