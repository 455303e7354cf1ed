using System.Diagnostics;

namespace ImageStreams.Benchmarks.Quick.Growth;

/// <summary>Measures an operation on inputs of three sizes.</summary>
public static class GrowthMeter
{
    private const int Rounds = 5;
    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(20);
    private static readonly int[] Factors = [1, 10, 100];

    /// <summary>Measures at each size.</summary>
    public static GrowthRow Measure(GrowthCase growthCase)
    {
        _ = Measure(growthCase, growthCase.Size); // compiles what all sizes use
        return new GrowthRow(growthCase.Name, [.. Factors.Select(factor => Measure(growthCase, growthCase.Size * factor))]);
    }

    private static GrowthCost Measure(GrowthCase growthCase, int size)
    {
        var run = growthCase.Prepare(size);
        _ = run();
        var rounds = Enumerable.Range(0, Rounds).Select(_ => Time(run)).ToList();
        return new GrowthCost(size, rounds.Min(round => round.Nanoseconds), rounds.Min(round => round.Bytes));
    }

    private static (double Nanoseconds, double Bytes) Time(Func<long> run)
    {
        var (operations, used) = (0, 0L);
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var started = Stopwatch.GetTimestamp();
        do
        {
            used ^= run();
            operations++;
        }
        while (Stopwatch.GetElapsedTime(started) < Round);

        var elapsed = Stopwatch.GetElapsedTime(started);
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        GC.KeepAlive(used); // keeps the work from being optimized away
        return (elapsed.TotalNanoseconds / operations, (double)allocated / operations);
    }
}
