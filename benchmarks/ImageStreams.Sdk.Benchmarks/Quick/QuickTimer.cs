using System.Diagnostics;

namespace ImageStreams.Benchmarks.Quick;

/// <summary>The time and the allocations of one operation, and the time of all processors that the process took for it.</summary>
public readonly record struct QuickTiming(double Nanoseconds, long Bytes, double ProcessorNanoseconds);

/// <summary>Times an operation: warms it up, then takes the best of several repetitions.</summary>
/// <remarks>Operations that take seconds are repeated less often, so that there is a figure within a minute.</remarks>
public static class QuickTimer
{
    private const int Repetitions = 5;
    private const int FewRepetitions = 3;

    private const int LongestWarmUp = 5;

    private static readonly TimeSpan Repetition = TimeSpan.FromSeconds(0.35);
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(20);

    /// <summary>Times several operations in turn, so that a busy moment of the machine affects all of them.</summary>
    /// <param name="warmUp">The processor time to run each beforehand, in which the runtime recompiles the hot paths with its profile.</param>
    /// <param name="runs">The operations.</param>
    public static QuickTiming[] Best(TimeSpan warmUp, params Func<long>[] runs)
    {
        var started = Stopwatch.GetTimestamp();
        Array.ForEach(runs, run => MakeWarm(run, warmUp));
        var rounds = Enumerable.Range(0, Repetitions)
            .TakeWhile(round => round < FewRepetitions || Stopwatch.GetElapsedTime(started) < Enough)
            .Select(_ => Array.ConvertAll(runs, run => Repeat(run, Repetition)))
            .ToArray();
        return [.. runs.Select((_, i) => Best([.. rounds.Select(round => round[i])]))];
    }

    private static QuickTiming Best(QuickTiming[] timings) => timings.MinBy(timing => timing.Nanoseconds) with
    {
        ProcessorNanoseconds = timings.Min(timing => timing.ProcessorNanoseconds),
    };

    // On a busy machine, some times longer than on a quiet one.
    private static void MakeWarm(Func<long> run, TimeSpan warmUp)
    {
        var (started, processor) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        do
        {
            GC.KeepAlive(run());
        }
        while (Environment.CpuUsage.TotalTime - processor < warmUp && Stopwatch.GetElapsedTime(started) < warmUp * LongestWarmUp);
    }

    private static QuickTiming Repeat(Func<long> run, TimeSpan atLeast)
    {
        var (operations, used) = (0L, 0L);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var processor = Environment.CpuUsage.TotalTime;
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
        processor = Environment.CpuUsage.TotalTime - processor;
        return new QuickTiming(elapsed.TotalNanoseconds / operations, allocated / operations, processor.TotalNanoseconds / operations);
    }
}
