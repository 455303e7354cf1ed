namespace ImageStreams.Graphs;

/// <summary>Puts what a change reaches by itself into waves: each begins when the one before is done.</summary>
/// <remarks>
/// A build or roll-out is one wave later than the latest of what it waits for; a tag moves in the wave of what moves it.
/// What waits for itself has no such order: all of a loop is in one wave, behind all that it waits for. What was moved to
/// begin with waits for nothing.
/// </remarks>
internal sealed class WavePass(GraphRows rows, NodeMap reached, ImpactRow[] impact, int rootCount, int automaticCount)
{
    private readonly Queue<int> _ready = [];
    private int _settled;
    private bool _comesBack;

    public void Run()
    {
        CountAwaited();
        for (var number = 0; number < automaticCount; number++)
        {
            if (impact[number].Awaited == 0)
            {
                _ready.Enqueue(number);
            }
        }

        while (_ready.TryDequeue(out var number))
        {
            _settled++;
            Pass(number);
        }

        if (_settled < automaticCount)
        {
            SettleLoops();
        }

        if (_settled < automaticCount || _comesBack)
        {
            MarkLoops();
        }
    }

    private void CountAwaited()
    {
        for (var number = 0; number < automaticCount; number++)
        {
            for (var edge = First(number); edge != NodeRow.None; edge = rows.Edge(edge).NextOut)
            {
                if (Target(edge) is var target and not NodeRow.None)
                {
                    impact[target].Awaited++;
                }
                else
                {
                    _comesBack |= rows.Edge(edge).Firing == EdgeFiring.Automatic;
                }
            }
        }
    }

    /// <summary>What a node that is done brings on its way.</summary>
    private void Pass(int number)
    {
        for (var edge = First(number); edge != NodeRow.None; edge = rows.Edge(edge).NextOut)
        {
            if (Target(edge) is var target and not NodeRow.None)
            {
                Come(target, edge, impact[number].Wave);
                if (--impact[target].Awaited == 0)
                {
                    _ready.Enqueue(target);
                }
            }
        }
    }

    private void Come(int target, int edge, int wave)
    {
        wave += Cost(target);
        ref var row = ref impact[target];
        if (wave > row.Wave)
        {
            (row.Wave, row.Cause) = (wave, edge);
        }
    }

    /// <summary>What is left waits for itself or is behind what does: goes through it loop by loop.</summary>
    private void SettleLoops()
    {
        int[] left = [.. Enumerable.Range(0, automaticCount).Where(number => impact[number].Awaited > 0)];
        var graph = CompactGraph.Of(rows, Array.ConvertAll(left, number => reached[number]), IsAwaited);
        foreach (var component in StrongComponents.Of(graph).Reverse())
        {
            var numbers = Array.ConvertAll(component, node => left[node]);
            var wave = WaveOf(numbers);
            foreach (var number in numbers)
            {
                impact[number].Wave = wave;
            }

            PassOn(numbers, wave, numbers.Length > 1 ? [.. numbers] : []);
        }
    }

    /// <summary>The wave of one node, or of a loop: if a tag brings it to builds, they are one wave later.</summary>
    private int WaveOf(int[] numbers)
    {
        var most = numbers.Max(Cost);
        return numbers.Max(number => impact[number].Wave + most - Cost(number));
    }

    /// <summary>Marks what comes again and again, also over what was moved to begin with: only builds make new images.</summary>
    private void MarkLoops()
    {
        var graph = CompactGraph.Of(
            rows, reached.Nodes[..automaticCount], static edge => edge.Firing == EdgeFiring.Automatic);
        foreach (var loop in StrongComponents.CyclicOf(graph).Where(loop => Array.Exists(loop, number => Cost(number) > 0)))
        {
            foreach (var number in loop)
            {
                impact[number].IsInLoop = true;
            }
        }
    }

    private void PassOn(int[] numbers, int wave, HashSet<int> loop)
    {
        foreach (var number in numbers)
        {
            for (var edge = First(number); edge != NodeRow.None; edge = rows.Edge(edge).NextOut)
            {
                if (Target(edge) is var target and not NodeRow.None && !loop.Contains(target))
                {
                    Come(target, edge, wave);
                }
            }
        }
    }

    private int First(int number) => rows.Node(reached[number]).FirstOut;

    /// <summary>The number of what waits for an edge, or <see cref="NodeRow.None"/>.</summary>
    private int Target(int edge)
    {
        if (rows.Edge(edge).Firing != EdgeFiring.Automatic)
        {
            return NodeRow.None;
        }

        var target = reached.Find(rows.Edge(edge).To);
        return target < rootCount ? NodeRow.None : target;
    }

    private bool IsAwaited(EdgeRow edge) =>
        edge.Firing == EdgeFiring.Automatic && reached.Find(edge.To) >= rootCount;

    private int Cost(int number) => rows.Node(reached[number]).Kind is NodeKind.Build or NodeKind.Workload ? 1 : 0;
}
