using System.Collections.Concurrent;
using System.Globalization;
using ImageStreams.Controllers;
using ImageStreams.Testing;
using ImageStreams.Testing.Server;
using Xunit.Abstractions;

namespace ImageStreams.Tests.Hosting;

/// <summary>Three replicas over the streams of a cluster, with leases in it; one of them dies.</summary>
/// <remarks>The number of streams is <c>REPLICA_STREAMS</c>, 300 by default, and the time of the death follows from <c>REPLICA_SEED</c>.</remarks>
public sealed class ClusterReplicaTests(ITestOutputHelper output)
{
    private const int DefaultStreams = 300;
    private const int MaxBuilds = 500;

    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan TakeOver = 2 * ShardLeaseOptions.DefaultLeaseDuration;

    private readonly RigParts _parts = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<DateTimeOffset>> _imports = new(StringComparer.Ordinal);
    private readonly List<ClusterReplica> _replicas = [];

    [Fact]
    public async Task ThreeReplicas_OneIsKilled_NothingIsImportedTwiceOrLate_AndNoBuildIsRequestedTwice()
    {
        var random = new Random(Read("REPLICA_SEED", 20));
        var count = Read("REPLICA_STREAMS", DefaultStreams);
        await using var cluster = await FakeCluster.StartAsync(
            new FakeClusterOptions { TimeProvider = _parts.Time, RunsImports = false, RunsTriggers = false, UseTls = false });
        var target = new RecordingTarget(_parts.Time);
        foreach (var name in (string[])["first", "second", "third"])
        {
            _replicas.Add(await ClusterReplica.StartAsync(name, cluster, _parts, target, Note));
        }

        await CreateAsync(cluster, target, count);
        await AdvanceUntilAsync(() => _imports.Count == count && target.Count == Math.Min(count, MaxBuilds));
        Push(cluster, count, "second");
        await AdvanceAsync(random.Next((int)ClusterReplica.Interval.TotalSeconds));
        var dead = _replicas[random.Next(3)];
        dead.Kill();
        _replicas.Remove(dead);
        await AdvanceAsync(2 * (int)(ClusterReplica.Interval + TakeOver).TotalSeconds);

        var gaps = _imports.Values.SelectMany(times => times.Zip(times.Skip(1), static (one, next) => next - one)).ToList();
        var builds = target.Builds.ToList();
        output.WriteLine($"{count} streams, {_imports.Values.Sum(times => times.Count)} imports, {gaps.Min()} to {gaps.Max()} apart; {builds.Count} builds");
        Assert.Equal(16, _replicas.Sum(replica => replica.Shards));
        Assert.All(_imports.Values, times => Assert.InRange(times.Count, 3, 5));
        Assert.InRange(gaps.Min(), ClusterReplica.Interval - Tick, ClusterReplica.Interval + Tick);
        Assert.InRange(gaps.Max(), ClusterReplica.Interval - Tick, ClusterReplica.Interval + TakeOver + Tick);
        Assert.Equal(2 * Math.Min(count, MaxBuilds), builds.Count);
        Assert.Equal(builds.Count, builds.Distinct(StringComparer.Ordinal).Count());
        await StopAsync(dead);
    }

    private static int Read(string variable, int value) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : value;

    private static string Name(int number) => $"app{number}";

    private static void Push(FakeCluster cluster, int count, string content)
    {
        for (var i = 0; i < count; i++)
        {
            cluster.Registry.Registry.Push(Shop.Image(Name(i)), SyntheticImage.Create($"{Name(i)} {content}"));
        }
    }

    /// <summary>Creates the streams over an interval, so that some of them are due at any time.</summary>
    private async Task CreateAsync(FakeCluster cluster, RecordingTarget target, int count)
    {
        Push(cluster, count, "first");
        for (var i = 0; i < Math.Min(count, MaxBuilds); i++)
        {
            target.Source.Set(Shop.Build($"build{i}", Name(i)));
        }

        var (created, seconds) = (0, (int)ClusterReplica.Interval.TotalSeconds);
        for (var second = 1; second <= seconds; second++)
        {
            for (; created < count * second / seconds; created++)
            {
                await cluster.Client.Streams.CreateAsync(Shop.Stream(Name(created)));
            }

            await AdvanceAsync(1);
        }
    }

    private void Note(string stream) => _imports.GetOrAdd(stream, static _ => []).Enqueue(_parts.Time.GetUtcNow());

    private async Task AdvanceUntilAsync(Func<bool> condition)
    {
        for (var i = 0; i < 4 * ClusterReplica.Interval.TotalSeconds && !condition(); i++)
        {
            await AdvanceAsync(1);
        }

        Assert.True(condition(), $"{_imports.Count} streams are imported.");
    }

    /// <summary>Advances the clock second by second, when all that is under way has ended.</summary>
    private async Task AdvanceAsync(int seconds)
    {
        for (var i = 0; i < seconds; i++)
        {
            _parts.Time.Advance(Tick);
            for (var quiet = 0; quiet < 3; quiet++)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(2));
                quiet = _replicas.Sum(replica => replica.Network.UnderWay) == 0 ? quiet : 0;
            }
        }
    }

    private async Task StopAsync(ClusterReplica dead)
    {
        foreach (var replica in _replicas)
        {
            await replica.DisposeAsync();
        }

        await dead.DisposeAsync();
    }
}
