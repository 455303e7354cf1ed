using System.Diagnostics;
using System.Globalization;
using ImageStreams.Clients;
using ImageStreams.Controllers;
using ImageStreams.Kubernetes;
using ImageStreams.Testing.Server;
using k8s;
using Xunit.Abstractions;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>A reflector over watches that are cut off at any byte, repeat themselves, withhold some of their bookmarks and are too late for the history,
/// of a server that answers 500 and is restarted.</summary>
/// <remarks>The number of changes is <c>WATCH_CHANGES</c>; some thousands by default.</remarks>
public sealed class WatchTortureTests(ITestOutputHelper output)
{
    private const int Writers = 8;
    private const int DefaultChanges = 4_000;
    private const int Seed = 20;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    [Fact]
    public async Task Reflector_BrokenWatches_EndsEqualToTheServer_AndTellsEachChangeInOrder()
    {
        using var end = new CancellationTokenSource(Patience);
        using var torturing = new TorturingHandler(Seed);
        await using var cluster = await RestartableCluster.StartAsync();
        var address = cluster.Current.Address.ToString();
        using var api = new k8s.Kubernetes(new KubernetesClientConfiguration { Host = address }, torturing);
        using var tortured = new ClusterConnection(api, new ClusterConnectionOptions { MaxRetryDelay = TimeSpan.FromMilliseconds(50) });
        using var whole = ClusterConnection.FromConfiguration(new KubernetesClientConfiguration { Host = address });
        var reflector = new Reflector<ImageStream>(ObjectSource.FromStreams(new KubernetesImageStreamClient(tortured)), new ReflectorOptions
        {
            PageSize = 10, RetryDelay = TimeSpan.FromMilliseconds(1), MaxRetryDelay = TimeSpan.FromMilliseconds(20),
        });
        ChangeAudit[] readers = [new(reflector.ReadChangesAsync(), isSlow: false), new(reflector.ReadChangesAsync(), isSlow: true)];
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(end.Token);
        var running = Task.WhenAll([reflector.RunAsync(stop.Token), .. readers.Select(reader => reader.RunAsync(stop.Token))]);

        var watch = Stopwatch.StartNew();
        var changes = int.Parse(Environment.GetEnvironmentVariable("WATCH_CHANGES") ?? $"{DefaultChanges}", CultureInfo.InvariantCulture);
        var writing = new TortureWriters(new KubernetesImageStreamClient(whole).Streams, changes);
        var torture = TortureAsync(cluster, torturing.Counts, writing, end.Token);
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => writing.RunAsync(writer, changes / Writers, end.Token)));
        await torture;
        var expected = (await cluster.Current.Client.Streams.ListAsync("shop")).Items.ToDictionary(stream => stream.Name, ChangeAudit.GetVersion);
        await WaitUntilAsync(() => HasReached(reflector, expected) && readers.All(reader => reader.Reaches(expected)), end.Token);
        await stop.CancelAsync();
        await running;

        output.WriteLine($"{writing.Done} changes by {Writers} writers in {watch.Elapsed.TotalSeconds:F0} s: {torturing.Counts}; {reflector.Status.Lists} lists");
        Assert.All(readers, reader => output.WriteLine($"{reader.Seen.Count} versions read, {reader.Covered} covered by later ones"));
        Assert.All(readers, reader => Assert.Empty(reader.OutOfOrder));
        Assert.All(readers, reader => Assert.Empty(reader.FindMissed(writing.Written)));
        Assert.True(torturing.Counts is { Cuts: > 10, Duplicates: > 0, Errors: > 0, Gone: > 0, Restarts: > 0, Bookmarks: > 0, Withheld: > 0 }, torturing.Counts.ToString());
        Assert.True(reflector.Status.Lists > 1, $"{reflector.Status.Lists} lists");
    }

    /// <summary>Lets the server fail now and then, while others write.</summary>
    private static async Task TortureAsync(
        RestartableCluster cluster, TortureCounts counts, TortureWriters writing, CancellationToken cancellationToken)
    {
        var parts = Math.Clamp(writing.Total / 1_000, 10, 100);
        for (var part = 1; part <= parts; part++)
        {
            await writing.WhenDoneAsync((int)((long)part * writing.Total / (parts + 1)), cancellationToken);
            counts.Gone++;
            cluster.Current.Faults.FailNext(ClusterFault.Gone, request => request.IsWatch || request.Query.Contains("continue=", StringComparison.Ordinal));
            cluster.Current.Faults.CutWatches();
            var bookmarks = counts.AllBookmarks;
            await cluster.PassTimeAsync(() => counts.AllBookmarks > bookmarks, cancellationToken);
            if (part % (parts / 3) == 1)
            {
                counts.Restarts++;
                await cluster.RestartAsync();
            }
        }

        await cluster.PassTimeAsync(() => counts is { Bookmarks: > 0, Withheld: > 0 }, cancellationToken);
    }

    private static bool HasReached(Reflector<ImageStream> reflector, Dictionary<string, long> expected) =>
        reflector.Objects.Count == expected.Count
        && expected.All(pair => reflector.Objects.Find("shop", pair.Key) is { } stream && ChangeAudit.GetVersion(stream) == pair.Value);

    private static async Task WaitUntilAsync(Func<bool> isDone, CancellationToken cancellationToken)
    {
        while (!isDone())
        {
            await Task.Delay(10, cancellationToken);
        }
    }
}
