using ImageStreams.Collections;
using ImageStreams.Internal;

namespace ImageStreams.Graphs;

/// <summary>The impact of moving tags: the builds and rollouts that follow, their order and their causes.</summary>
/// <remarks>
/// Immutable; safe to share between threads. Counts are ready; items are created on each call, in the byte order of their
/// names.
/// </remarks>
public sealed class TagImpact
{
    private readonly GraphRows _rows;
    private readonly GraphView _view;
    private readonly CopyOnWriteList<int> _nodes;
    private readonly CopyOnWriteList<ImpactRow> _impact;
    private readonly int _rootCount;

    /// <summary>The numbers of the nodes that are reached automatically, wave after wave.</summary>
    private readonly CopyOnWriteList<int> _byWave;

    internal TagImpact(GraphRows rows, ReadOnlySpan<int> roots, ValueList<UnknownName> unknown)
    {
        Unknown = unknown;
        _rows = rows;
        _view = new GraphView(rows);
        (_nodes, _impact, _rootCount) = ImpactPass.Run(rows, roots);
        var waves = CountWaves();
        Waves = ValueList<ImpactWave>.Own(waves);
        _byWave = Sort(waves);
    }

    /// <summary>The nodes that were moved first, as far as the graph has them.</summary>
    public ValueList<GraphNode> Moved =>
        Enumerable.Range(0, _rootCount).Select(number => _view.GetNode(_nodes[number])).ToValueList();

    /// <summary>The names that were asked for and that the graph does not have; nothing follows from them.</summary>
    public ValueList<UnknownName> Unknown { get; }

    /// <summary>The waves of everything that happens automatically; the first one has the tags that move at once.</summary>
    public ValueList<ImpactWave> Waves { get; }

    /// <summary>The number of builds that start automatically.</summary>
    public int Builds { get; private set; }

    /// <summary>The number of workloads that roll out automatically.</summary>
    public int Rollouts { get; private set; }

    /// <summary>The number of other tags, and images outside the streams, that move automatically.</summary>
    public int Tags { get; private set; }

    /// <summary>The number of nodes that are reached under any condition, without those that were moved first.</summary>
    public int Count => _nodes.Count - _rootCount;

    /// <summary>The items that would follow if nothing were paused.</summary>
    public ValueList<ImpactItem> CutOffByPause => GetItems(ImpactReach.CutOffByPause);

    /// <summary>The items that would follow if a user acted.</summary>
    public ValueList<ImpactItem> Manual => GetItems(ImpactReach.Manual);

    /// <summary>Returns all nodes that are reached, and the edges between them.</summary>
    public GraphSlice ToSlice()
    {
        using var nodes = new NodeMap(_nodes.Count);
        for (var number = 0; number < _nodes.Count; number++)
        {
            nodes.Add(_nodes[number]);
        }

        return GraphSlice.Create(_rows, nodes);
    }

    /// <summary>Returns the waves, what is paused or manual, and the unknown names as a text of several lines.</summary>
    public override string ToString() => ImpactTexts.Format(this);

    private ValueList<ImpactItem> GetItems(ImpactReach reach) =>
        ToItems(Enumerable.Range(_rootCount, Count).Where(number => _impact[number].Reach == reach));

    private ValueList<ImpactItem> GetWaveItems(ImpactWave wave) =>
        ToItems(Enumerable.Range(wave.Start, wave.Count).Select(position => _byWave[position]));

    private ValueList<ImpactItem> ToItems(IEnumerable<int> numbers) => numbers
        .Select(number => new ImpactItem
        {
            Node = _view.GetNode(_nodes[number]),
            Reach = _impact[number].Reach,
            Cause = _view.GetEdge(_impact[number].Cause),
            IsInLoop = _impact[number].IsInLoop,
        })
        .OrderBy(item => item.Node.ToString(), StringComparer.Ordinal)
        .ToValueList();

    private ImpactWave[] CountWaves()
    {
        var waves = new List<ImpactWave>();
        for (var number = _rootCount; number < _nodes.Count; number++)
        {
            ref readonly var row = ref _impact[number];
            if (row.Reach != ImpactReach.Automatic)
            {
                continue;
            }

            while (waves.Count <= row.Wave)
            {
                waves.Add(new ImpactWave(waves.Count, GetWaveItems));
            }

            CountNode(waves[row.Wave], row.Kind);
        }

        return [.. waves];
    }

    private void CountNode(ImpactWave wave, NodeKind kind)
    {
        switch (kind)
        {
            case NodeKind.Build:
                wave.Builds++;
                Builds++;
                break;
            case NodeKind.Workload:
                wave.Rollouts++;
                Rollouts++;
                break;
            default:
                wave.Tags++;
                Tags++;
                break;
        }
    }

    /// <summary>Sorts the nodes that are reached automatically by wave, and sets the start of each wave.</summary>
    private CopyOnWriteList<int> Sort(ImpactWave[] waves)
    {
        var start = 0;
        var next = new int[waves.Length];
        for (var wave = 0; wave < waves.Length; wave++)
        {
            waves[wave].Start = start;
            next[wave] = start;
            start += waves[wave].Count;
        }

        var sorted = new CopyOnWriteList<int>(start);
        for (var number = _rootCount; number < _nodes.Count; number++)
        {
            if (_impact[number].Reach == ImpactReach.Automatic)
            {
                sorted.Change(next[_impact[number].Wave]++) = number;
            }
        }

        return sorted;
    }
}
