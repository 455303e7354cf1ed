using ImageStreams.Collections;

namespace ImageStreams.Graphs;

/// <summary>What happens when tags move: what is rebuilt and rolled out, in which order, and why.</summary>
/// <remarks>
/// Immutable; safe to share between threads. The counts are there; items are made when they are asked for, in the byte
/// order of their names.
/// </remarks>
public sealed class TagImpact
{
    private readonly GraphRows _rows;
    private readonly GraphView _view;
    private readonly CopyOnWriteList<int> _nodes;
    private readonly CopyOnWriteList<ImpactRow> _impact;
    private readonly int _rootCount;

    /// <summary>The numbers of what is reached, wave after wave.</summary>
    private readonly CopyOnWriteList<int> _byWave;

    internal TagImpact(GraphRows rows, ReadOnlySpan<int> roots)
    {
        (_rows, _view) = (rows, new GraphView(rows));
        (_nodes, _impact, _rootCount) = ImpactPass.Run(rows, roots);
        var waves = CountWaves();
        Waves = ValueList<ImpactWave>.Own(waves);
        _byWave = Sort(waves);
    }

    /// <summary>What was moved to begin with, as far as the graph knows it.</summary>
    public ValueList<GraphNode> Moved =>
        Enumerable.Range(0, _rootCount).Select(number => _view.GetNode(_nodes[number])).ToValueList();

    /// <summary>What happens by itself, wave after wave; the first one are tags that move along at once.</summary>
    public ValueList<ImpactWave> Waves { get; }

    /// <summary>How many builds start by themselves.</summary>
    public int Builds { get; private set; }

    /// <summary>How many workloads roll out by themselves.</summary>
    public int Rollouts { get; private set; }

    /// <summary>How many other tags, and images outside of the streams, move by themselves.</summary>
    public int Tags { get; private set; }

    /// <summary>How many nodes are reached in whatever way; what was moved to begin with does not count.</summary>
    public int Count => _nodes.Count - _rootCount;

    /// <summary>What would happen as well if nothing were paused.</summary>
    public ValueList<ImpactItem> CutOffByPause => GetItems(ImpactReach.CutOffByPause);

    /// <summary>What would happen as well if somebody did what does not happen by itself.</summary>
    public ValueList<ImpactItem> Manual => GetItems(ImpactReach.Manual);

    /// <summary>Everything that is reached, and all edges by which it may be.</summary>
    public GraphSlice ToSlice()
    {
        using var nodes = new NodeMap(_nodes.Count);
        for (var number = 0; number < _nodes.Count; number++)
        {
            nodes.Add(_nodes[number]);
        }

        return GraphSlice.Create(_rows, nodes);
    }

    /// <summary>The waves and what does not come by itself, for a person to read.</summary>
    public override string ToString() => ImpactTexts.Format(this);

    private ValueList<ImpactItem> GetItems(ImpactReach reach) =>
        ToItems(Enumerable.Range(_rootCount, Count).Where(number => _impact[number].Reach == reach));

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
            if (_impact[number].Reach == ImpactReach.Automatic)
            {
                while (waves.Count <= _impact[number].Wave)
                {
                    waves.Add(new ImpactWave(waves.Count, GetWaveItems));
                }

                CountIn(waves[_impact[number].Wave], _impact[number].Kind);
            }
        }

        return [.. waves];
    }

    private void CountIn(ImpactWave wave, NodeKind kind)
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

    /// <summary>Puts what comes by itself in the order of its waves, and tells each wave where its part begins.</summary>
    private CopyOnWriteList<int> Sort(ImpactWave[] waves)
    {
        var start = 0;
        var next = new int[waves.Length];
        for (var wave = 0; wave < waves.Length; wave++)
        {
            next[wave] = waves[wave].Start = start;
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

    private ValueList<ImpactItem> GetWaveItems(ImpactWave wave) =>
        ToItems(Enumerable.Range(wave.Start, wave.Count).Select(place => _byWave[place]));
}
