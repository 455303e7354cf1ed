namespace ImageStreams.Graphs;

/// <summary>Finds the cycles of tags that follow each other.</summary>
/// <remarks>
/// A tag follows at most one tag, so continuing from every tag once finds all cycles without looking at edges. Takes a byte
/// for each node; used once.
/// </remarks>
internal sealed class TagCycleSearch(GraphRows rows)
{
    private readonly State[] _states = new State[rows.NodeCount];
    private readonly List<int[]> _cycles = [];

    private enum State : byte
    {
        Unseen,
        OnPath,
        Done,
    }

    /// <summary>Finds the nodes of each cycle, in the order in which they follow each other.</summary>
    public IReadOnlyList<int[]> Run()
    {
        for (var node = 0; node < rows.NodeCount; node++)
        {
            if (rows.GetNode(node).Follows != NodeRow.None && _states[node] == State.Unseen)
            {
                Visit(node);
            }
        }

        return _cycles;
    }

    //   start ──follows──▶ tag ──follows──▶ tag ──follows──▶ a tag that is done, or follows nothing
    //                       ▲                │
    //                       └────────────────┘  a tag of this path: a cycle
    private void Visit(int start)
    {
        var node = start;
        while (node != NodeRow.None && _states[node] == State.Unseen)
        {
            _states[node] = State.OnPath;
            node = rows.GetNode(node).Follows;
        }

        if (node != NodeRow.None && _states[node] == State.OnPath)
        {
            _cycles.Add(GetCycle(node));
        }

        for (node = start; node != NodeRow.None && _states[node] == State.OnPath; node = rows.GetNode(node).Follows)
        {
            _states[node] = State.Done;
        }
    }

    private int[] GetCycle(int first)
    {
        var cycle = new List<int> { first };
        for (var node = rows.GetNode(first).Follows; node != first; node = rows.GetNode(node).Follows)
        {
            cycle.Add(node);
        }

        return [.. cycle];
    }
}
