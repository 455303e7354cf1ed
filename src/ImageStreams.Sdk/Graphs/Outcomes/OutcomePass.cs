using ImageStreams.Internal;
using ImageStreams.Resolution;

namespace ImageStreams.Graphs;

/// <summary>Finds the outcome of every tag, following each reference at most twice.</summary>
/// <remarks>Used once.</remarks>
internal sealed class OutcomePass(GraphRows rows)
{
    private readonly CopyOnWriteList<OutcomeRow> _outcomes = new(rows.NodeCount);
    private readonly PinnedImages _pinned = new(rows);
    private readonly GraphView _view = new(rows);

    /// <summary>Computes one row for each node; the rows of nodes that are not tags stay empty.</summary>
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

    //   start ──follows──▶ tag ──follows──▶ tag ──follows──▶ a tag that is known, or decides: all of the path is known
    //                       ▲                │
    //                       └────────────────┘  a tag of this path: a cycle
    private void Visit(int start)
    {
        var node = start;
        var hops = 0;
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

    /// <summary>Settles the path from its start to a node that is known.</summary>
    private void Settle(int start, int end, int hops)
    {
        var known = _outcomes[end];
        for (var node = start; hops > 0 && !_outcomes[node].IsKnown; hops--)
        {
            _outcomes.Change(node) = OutcomeRow.Create(known.Kind, known.Decider, known.Hops + hops);
            node = rows.GetNode(node).Follows;
        }
    }

    /// <summary>Settles a cycle, in which every path ends where it begins, and returns the number of its nodes.</summary>
    private int SettleCycle(int entry)
    {
        var size = CountCycle(entry);
        var node = entry;
        for (var left = size; left > 0; left--)
        {
            _outcomes.Change(node) = OutcomeRow.Create(TagOutcomeKind.Circular, node, size);
            node = rows.GetNode(node).Follows;
        }

        return size;
    }

    private int CountCycle(int entry)
    {
        var size = 1;
        for (var node = rows.GetNode(entry).Follows; node != entry; node = rows.GetNode(node).Follows)
        {
            size++;
        }

        return size;
    }

    private TagOutcomeKind GetKind(int node) => rows.GetNode(node).State switch
    {
        TagState.Image => TagOutcomeKind.Resolved,
        TagState.Pending or TagState.Missing when IsOnlyPushed(node) => TagOutcomeKind.PendingBuild,
        TagState.Pending => TagOutcomeKind.PendingImport,
        TagState.Failed => TagOutcomeKind.FailedImport,
        TagState.Missing => IsAwaited(node) ? TagOutcomeKind.PendingImport : TagOutcomeKind.NotFound,
        TagState.Pinned => _pinned.GetOutcome(node),
        _ => TagOutcomeKind.Invalid,
    };

    /// <summary>Determines whether the repository of a stream may bring a tag of which the stream has nothing yet.</summary>
    private bool IsAwaited(int node)
    {
        ref readonly var tag = ref rows.GetNode(node);
        return tag.Listing == TagListing.Missing
            && rows.GetStream(tag.Owner).Stream is { } stream
            && RepositoryImport.IsAwaited(stream);
    }

    /// <summary>Determines whether a build may push the first image of a tag, and the tag has no source of its own.</summary>
    private bool IsOnlyPushed(int node)
    {
        var edge = rows.GetNode(node).FirstIn;
        while (edge != NodeRow.None && !_view.IsFirstPush(edge))
        {
            edge = rows.GetEdge(edge).NextIn;
        }

        return edge != NodeRow.None && rows.FindReference(node)?.From is null;
    }
}
