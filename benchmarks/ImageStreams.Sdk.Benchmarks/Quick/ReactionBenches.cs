using System.Diagnostics;
using System.Text.Json.Nodes;

namespace ImageStreams.Benchmarks.Quick;

/// <summary>Controllers on a cluster, over a socket of 127.0.0.1 to a fake one in the same process, which shares the cores.</summary>
/// <remarks>The size is the number of workloads that listen, each to a tag of its own.</remarks>
public static class ReactionBenches
{
    private const double NanosecondsPerMillisecond = 1e6;

    public static IReadOnlyList<QuickBench> All { get; } = [new("cluster-reaction", React)];

    // From before the tag is moved to the moment before the patch is written to the connection: the move itself is counted, too.
    private static QuickOperation React(int size)
    {
        var rig = ReactionRig.StartAsync(size).GetAwaiter().GetResult();
        var times = new List<double>();
        var number = 0L;
        return new QuickOperation(
            () =>
            {
                var workload = (int)(++number % size);
                var started = Stopwatch.GetTimestamp();
                rig.Push(workload, number);
                var elapsed = Stopwatch.GetElapsedTime(started, rig.Patches.Wait());
                times.Add(elapsed.TotalNanoseconds / NanosecondsPerMillisecond);
                return elapsed.Ticks;
            },
            () => Summarize(times));
    }

    private static JsonObject Summarize(List<double> times)
    {
        times.Sort();
        return new JsonObject
        {
            ["reactions"] = times.Count,
            ["medianMilliseconds"] = Math.Round(times[times.Count / 2], 3),
            ["percentile99Milliseconds"] = Math.Round(times[times.Count * 99 / 100], 3),
        };
    }
}
