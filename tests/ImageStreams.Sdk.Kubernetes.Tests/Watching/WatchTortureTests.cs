using System.Collections.Concurrent;
using System.Globalization;
using ImageStreams.Clients;
using ImageStreams.Controllers;
using ImageStreams.Kubernetes;
using ImageStreams.Patching;
using ImageStreams.Testing.Server;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>A feed over watches that are cut off at any byte, refused, and too late for the server's history.</summary>
/// <remarks>The number of changes is <c>WATCH_CHANGES</c>; some thousands by default.</remarks>
public sealed class WatchTortureTests
{
    private const int Writers = 8;
    private const int StreamsPerWriter = 10;
    private const int DefaultChanges = 4_000;
    private const int FaultsPerWriter = 1;
    private const int Seed = 20;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(20);

    [Fact]
    public async Task Feed_BrokenWatches_EndsEqualToTheServer_AndSawEachStreamInOrder()
    {
        using var end = new CancellationTokenSource(Patience);
        var cuts = new Random(Seed);
        var cutting = new CuttingHandler(() => NextCut(cuts));
        await using var cluster = await ConnectedCluster.StartAsync(handlers: cutting);
        var client = new KubernetesImageStreamClient(cluster.Connection);
        var options = new ReflectorOptions { RetryDelay = TimeSpan.FromMilliseconds(1), MaxRetryDelay = TimeSpan.FromMilliseconds(20) };
        var feed = new Reflector<ImageStream>(ObjectSource.FromStreams(client), options);
        var seen = new VersionsInOrder();
        feed.Objects.Add(seen);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(end.Token);
        var running = feed.RunAsync(stop.Token);

        var changes = int.Parse(Environment.GetEnvironmentVariable("WATCH_CHANGES") ?? $"{DefaultChanges}", CultureInfo.InvariantCulture);
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => WriteAsync(cluster.Cluster, client.Streams, writer, changes / Writers, end.Token)));
        var expected = (await cluster.Cluster.Client.Streams.ListAsync("shop")).Items.ToDictionary(stream => stream.Name, GetVersion);
        await WaitUntilAsync(() => expected.SequenceEqual(GetKnown(feed, expected.Keys)) && feed.Objects.Count == expected.Count, end.Token);
        await stop.CancelAsync();
        await running;

        Assert.Empty(seen.OutOfOrder);
        Assert.True(cutting.Cuts > 10, $"{cutting.Cuts} cuts");
        Assert.True(feed.Status.Lists > 1, $"{feed.Status.Lists} lists");
    }

    // Most watches end early, in the middle of an event; some live longer.
    private static int? NextCut(Random random)
    {
        lock (random)
        {
            return random.Next(20) == 0 ? null : random.Next(1, 4_000);
        }
    }

    private static async Task WriteAsync(
        FakeCluster cluster, IImageStreamsResource streams, int writer, int count, CancellationToken cancellationToken)
    {
        var random = new Random(Seed + writer);
        var faults = new[] { ClusterFault.Gone, ClusterFault.Disconnect };
        for (var i = 0; i < count; i++)
        {
            await ChangeAsync(streams, $"w{writer}-{random.Next(StreamsPerWriter)}", i, random.Next(10) == 0, cancellationToken);
            if (random.Next(count) < FaultsPerWriter)
            {
                cluster.Faults.FailNext(faults[random.Next(faults.Length)], request => request.IsWatch);
                cluster.Faults.CutWatches();
            }
        }
    }

    private static async Task ChangeAsync(
        IImageStreamsResource streams, string name, int number, bool deletes, CancellationToken cancellationToken)
    {
        var patch = ObjectPatch.Merge("{\"metadata\":{\"labels\":{\"n\":\"" + number + "\"}}}");
        try
        {
            await (deletes
                ? streams.DeleteAsync("shop", name, cancellationToken: cancellationToken)
                : (Task)streams.PatchAsync("shop", name, patch, cancellationToken: cancellationToken));
        }
        catch (ApiException e) when (e.Reason == ApiFailure.NotFound)
        {
            await streams.CreateAsync(new ImageStream { Metadata = new ObjectMeta { Name = name, Namespace = "shop" } }, cancellationToken: cancellationToken);
        }
    }

    private static long GetVersion(ImageStream stream) => long.Parse(stream.Metadata.ResourceVersion!, CultureInfo.InvariantCulture);

    private static Dictionary<string, long> GetKnown(Reflector<ImageStream> feed, IEnumerable<string> names) => names
        .Select(name => feed.Objects.Find("shop", name))
        .OfType<ImageStream>()
        .ToDictionary(stream => stream.Name, GetVersion);

    private static async Task WaitUntilAsync(Func<bool> isDone, CancellationToken cancellationToken)
    {
        while (!isDone())
        {
            await Task.Delay(10, cancellationToken);
        }
    }

    /// <summary>Notes the streams whose versions went back.</summary>
    private sealed class VersionsInOrder : IObjectObserver<ImageStream>
    {
        private readonly Dictionary<string, long> _versions = [];

        public ConcurrentBag<string> OutOfOrder { get; } = [];

        public void Observe(ImageStream value)
        {
            var version = GetVersion(value);
            if (_versions.TryGetValue(value.Name, out var before) && version <= before)
            {
                OutOfOrder.Add($"{value.Name}: {version} after {before}");
            }

            _versions[value.Name] = version;
        }

        public void Remove(ImageStream value)
        {
            // A stream that is created again has a later version.
        }
    }
}
