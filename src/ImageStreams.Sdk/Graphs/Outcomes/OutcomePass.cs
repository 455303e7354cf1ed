namespace ImageStreams.Graphs;

/// <summary>Finds where every tag leads, going each reference at most twice.</summary>
/// <remarks>Used once.</remarks>
internal sealed class OutcomePass(GraphRows rows)
{
    private readonly CopyOnWriteList<OutcomeRow> _outcomes = new(rows.NodeCount);
    private readonly PinnedImages _pinned = new(rows);

    /// <summary>One row for each node; those of nodes that are no tags say nothing.</summary>
    public CopyOnWriteList<OutcomeRow> Run()
    {
        for (var node = 0; node < rows.NodeCount; node++)
        {
            if (rows.GetNode(node).Kind == NodeKind.Tag && !_outcomes[node].IsKnown)
            {
                Visit(node);
            }
        }

        return _outcomes;
    }

    //   start ──follows──▶ tag ──follows──▶ tag ──follows──▶ one that is known, or decides: all of the way is known
    //                       ▲                │
    //                       └────────────────┘  one of this way: a ring
    private void Visit(int start)
    {
        var (node, hops) = (start, 0);
        while (!_outcomes[node].IsKnown)
        {
            if (rows.GetNode(node).State != TagState.Follows)
            {
                _outcomes.Change(node) = OutcomeRow.Create(GetKind(node), node, 0);
            }
            else if (_outcomes[node].Decider == start)
            {
                hops -= SettleCycle(node);
            }
            else
            {
                _outcomes.Change(node).Decider = start;
                node = rows.GetNode(node).Follows;
                hops++;
            }
        }

        Settle(start, node, hops);
    }

    /// <summary>Settles the way from its beginning to a node that is known.</summary>
    private void Settle(int start, int end, int hops)
    {
        var known = _outcomes[end];
        for (var node = start; hops > 0 && !_outcomes[node].IsKnown; hops--)
        {
            _outcomes.Change(node) = OutcomeRow.Create(known.Kind, known.Decider, known.Hops + hops);
            node = rows.GetNode(node).Follows;
        }
    }

    /// <summary>Settles a ring: each of its ways ends where it begins.</summary>
    /// <returns>The number of its nodes.</returns>
    private int SettleCycle(int entry)
    {
        var size = 0;
        for (var node = entry; size == 0 || node != entry; node = rows.GetNode(node).Follows)
        {
            size++;
        }

        for (var (node, left) = (entry, size); left > 0; left--, node = rows.GetNode(node).Follows)
        {
            _outcomes.Change(node) = OutcomeRow.Create(TagOutcomeKind.Circular, node, size);
        }

        return size;
    }

    private TagOutcomeKind GetKind(int node) => rows.GetNode(node).State switch
    {
        TagState.Image => TagOutcomeKind.Resolved,
        TagState.Pending => TagOutcomeKind.PendingImport,
        TagState.Failed => TagOutcomeKind.FailedImport,
        TagState.Missing => TagOutcomeKind.NotFound,
        TagState.Pinned => _pinned.GetOutcome(node),
        _ => TagOutcomeKind.Invalid,
    };
}
