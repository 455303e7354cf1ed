using System.Text.Json.Nodes;
using ImageStreams.Benchmarks.Inputs;
using ImageStreams.Testing.Server;

namespace ImageStreams.Benchmarks.Quick;

/// <summary>All streams of a cluster in a cache, beside <c>kubectl get is -A -o json</c> of the same server.</summary>
/// <remarks>
/// The size is the number of streams, of three tags each. Both are programs of their own, from their start to their end, and share the
/// cores with the server, which is this program. <c>check</c> has the peak of their memory, in bytes, and the ratio of both. Needs
/// <c>kubectl</c> in the path.
/// </remarks>
public static class ClusterBenches
{
    private const int Tags = 3;

    public static IReadOnlyList<QuickBench> All { get; } = [new("cluster-list", List)];

    private static QuickOperation List(int size)
    {
        var kubeconfig = Start(size);
        var cache = new MeasuredProcess(ClusterBenchClient.CreateCommand(kubeconfig));
        var kubectl = new MeasuredProcess(["kubectl", "--kubeconfig", kubeconfig, "get", "is", "-A", "-o", "json"]);
        return new QuickOperation(cache.Run, () => Compare(cache, kubectl)) { Yardstick = kubectl.Run };
    }

    private static string Start(int size)
    {
        var options = new FakeClusterOptions { RunsImports = false, RunsTriggers = false };
        var cluster = FakeCluster.StartAsync(options).GetAwaiter().GetResult();
        var stream = NewStreams.Generate(Tags);
        for (var i = 0; i < size; i++)
        {
            cluster.Client.Streams.CreateAsync(stream with { Metadata = new() { Namespace = $"team{i % 100}", Name = $"stream{i}" } })
                .GetAwaiter()
                .GetResult();
        }

        return cluster.WriteKubeconfigAsync(Path.Combine(Path.GetTempPath(), $"bench-{Guid.NewGuid():N}.kubeconfig")).GetAwaiter().GetResult();
    }

    private static JsonObject Compare(MeasuredProcess cache, MeasuredProcess kubectl) => new()
    {
        ["peakBytes"] = cache.PeakBytes,
        ["yardstickPeakBytes"] = kubectl.PeakBytes,
        ["memoryRatio"] = Math.Round((double)cache.PeakBytes / kubectl.PeakBytes, 3),
    };
}
