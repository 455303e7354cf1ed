using ImageStreams.Internal;

namespace ImageStreams.Graphs;

/// <summary>
/// Assigns waves to the nodes that a change reaches automatically: each wave begins when the previous one is done.
/// </summary>
/// <remarks>
/// A build or rollout is one wave later than the last node it waits for; a tag moves in the wave of the node that moves it.
/// The nodes of a loop wait for each other, so they share a wave, after everything else that they wait for. The nodes that
/// were moved first wait for nothing.
/// </remarks>
internal sealed class WavePass(GraphRows rows, NodeMap reached, PooledList<ImpactRow> impact, ImpactFlow flow)
    : IDisposable
{
    /// <summary>The nodes that no longer wait for anything, in the order in which they became ready.</summary>
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

    /// <summary>Completes a node, and makes those ready that waited for nothing else.</summary>
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
            row.Wave = wave;
            row.Cause = edge;
        }
    }

    /// <summary>Settles the nodes that wait for themselves or for a loop, loop by loop.</summary>
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

    /// <summary>
    /// Computes the wave of one node or of a loop; a loop that a tag enters is one wave later for its builds.
    /// </summary>
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

    /// <summary>Marks the nodes of loops that have a build, including those through the first moved nodes.</summary>
    /// <remarks>Only builds make new images, so other loops end on their own.</remarks>
    private void MarkLoops()
    {
        var all = Enumerable.Range(0, impact.Count).ToArray();
        var loops = StrongComponents.FindCyclic(CreateFiringGraph(all))
            .Where(loop => Array.Exists(loop, number => impact[number].Cost > 0));
        foreach (var number in loops.SelectMany(loop => loop))
        {
            impact[number].IsInLoop = true;
        }
    }

    private CompactGraph CreateFiringGraph(int[] numbers) => CompactGraph.Create(
        rows, Array.ConvertAll(numbers, number => reached[number]), static edge => edge.Firing == EdgeFiring.Automatic);
}
