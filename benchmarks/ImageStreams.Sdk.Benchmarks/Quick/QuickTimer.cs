using System.Diagnostics;

namespace ImageStreams.Benchmarks.Quick;

/// <summary>The time and the allocations of one operation.</summary>
public readonly record struct QuickTiming(double Nanoseconds, long Bytes);

/// <summary>Times an operation: warms it up, then takes the best of several repetitions.</summary>
/// <remarks>Operations that take seconds are repeated less often, so that there is a figure within a minute.</remarks>
public static class QuickTimer
{
    private const int Repetitions = 5;
    private const int FewRepetitions = 3;

    // Long enough for the runtime to recompile the hot paths with its profile.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(0.7);
    private static readonly TimeSpan Repetition = TimeSpan.FromSeconds(0.35);
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(20);

    /// <summary>Times several operations in turn, so that a busy moment of the machine affects all of them.</summary>
    public static QuickTiming[] Best(params Func<long>[] runs)
    {
        var started = Stopwatch.GetTimestamp();
        _ = Array.ConvertAll(runs, run => Repeat(run, WarmUp));
        var rounds = Enumerable.Range(0, Repetitions)
            .TakeWhile(round => round < FewRepetitions || Stopwatch.GetElapsedTime(started) < Enough)
            .Select(_ => Array.ConvertAll(runs, run => Repeat(run, Repetition)))
            .ToArray();
        return [.. runs.Select((_, i) => rounds.Select(round => round[i]).MinBy(timing => timing.Nanoseconds))];
    }

    private static QuickTiming Repeat(Func<long> run, TimeSpan atLeast)
    {
        var (operations, used) = (0L, 0L);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var started = Stopwatch.GetTimestamp();
        TimeSpan elapsed;
        do
        {
            used ^= run();
            operations++;
            elapsed = Stopwatch.GetElapsedTime(started);
        }
        while (elapsed < atLeast);

        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        GC.KeepAlive(used); // keeps the work from being optimized away
        return new QuickTiming(elapsed.TotalNanoseconds / operations, allocated / operations);
    }
}
