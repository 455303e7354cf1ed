using ImageStreams.Internal;
namespace ImageStreams.Graphs;

/// <summary>Puts what a change reaches by itself into waves: each begins when the one before is done.</summary>
/// <remarks>
/// A build or roll-out is one wave later than the latest of what it waits for; a tag moves in the wave of what moves it.
/// What waits for itself has no such order: all of a loop is in one wave, behind all that it waits for. What was moved to
/// begin with waits for nothing.
/// </remarks>
internal sealed class WavePass(GraphRows rows, NodeMap reached, PooledList<ImpactRow> impact, ImpactFlow flow)
    : IDisposable
{
    /// <summary>What waits for nothing any more, in the order in which it came to that.</summary>
    private readonly PooledList<int> _ready = new();

    public void Run()
    {
        for (var number = 0; number < impact.Count; number++)
        {
            if (impact[number].PendingEdges == 0)
            {
                _ready.Add(number);
            }
        }

        for (var next = 0; next < _ready.Count; next++)
        {
            Complete(_ready[next]);
        }

        if (_ready.Count < impact.Count)
        {
            SettleLoops();
        }

        if (_ready.Count < impact.Count || flow.ReturnsToRoots)
        {
            MarkLoops();
        }
    }

    public void Dispose() => _ready.Dispose();

    /// <summary>What a node that is done brings on its way.</summary>
    private void Complete(int number)
    {
        var targets = flow.Targets[flow[number]];
        var edges = flow.Edges[flow[number]];
        for (var i = 0; i < targets.Length; i++)
        {
            Arrive(targets[i], edges[i], impact[number].Wave);
            if (--impact[targets[i]].PendingEdges == 0)
            {
                _ready.Add(targets[i]);
            }
        }
    }

    private void Arrive(int target, int edge, int wave)
    {
        ref var row = ref impact[target];
        wave += row.Cost;
        if (wave > row.Wave)
        {
            (row.Wave, row.Cause) = (wave, edge);
        }
    }

    /// <summary>What is left waits for itself or is behind what does: goes through it loop by loop.</summary>
    private void SettleLoops()
    {
        int[] left = [.. Enumerable.Range(0, impact.Count).Where(number => impact[number].PendingEdges > 0)];
        foreach (var component in StrongComponents.Find(CreateFiringGraph(left)).Reverse())
        {
            var numbers = Array.ConvertAll(component, node => left[node]);
            var wave = ComputeWave(numbers);
            foreach (var number in numbers)
            {
                impact[number].Wave = wave;
            }

            Propagate(numbers, wave, numbers.Length > 1 ? [.. numbers] : []);
        }
    }

    /// <summary>The wave of one node, or of a loop: if a tag brings it to builds, they are one wave later.</summary>
    private int ComputeWave(int[] numbers)
    {
        var most = numbers.Max(number => impact[number].Cost);
        return numbers.Max(number => impact[number].Wave + most - impact[number].Cost);
    }

    private void Propagate(int[] numbers, int wave, HashSet<int> loop)
    {
        foreach (var number in numbers)
        {
            var targets = flow.Targets[flow[number]];
            var edges = flow.Edges[flow[number]];
            for (var i = 0; i < targets.Length; i++)
            {
                if (!loop.Contains(targets[i]))
                {
                    Arrive(targets[i], edges[i], wave);
                }
            }
        }
    }

    /// <summary>Marks what comes again and again, also over what was moved to begin with: only builds make new images.</summary>
    private void MarkLoops()
    {
        var all = Enumerable.Range(0, impact.Count).ToArray();
        foreach (var loop in StrongComponents.FindCyclic(CreateFiringGraph(all)).Where(loop => Array.Exists(loop, number => impact[number].Cost > 0)))
        {
            foreach (var number in loop)
            {
                impact[number].IsInLoop = true;
            }
        }
    }

    private CompactGraph CreateFiringGraph(int[] numbers) => CompactGraph.Create(
        rows, Array.ConvertAll(numbers, number => reached[number]), static edge => edge.Firing == EdgeFiring.Automatic);
}
