using ImageStreams.Controllers;
using ImageStreams.References;
using ImageStreams.Storage;
using Microsoft.Extensions.Time.Testing;

namespace ImageStreams.Tests.Controllers;

public class ShardLeasesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task RunAsync_ReplicasThatJoin_DivideAllShards(int count)
    {
        var world = new ShardWorld(seed: 1);
        for (var i = 0; i < count; i++)
        {
            world.Join();
            await world.RunAsync(ShardWorld.LeaseDuration);
            world.CheckDivision();
        }
    }

    [Fact]
    public async Task RunAsync_ReplicaThatDies_IsReplacedWithinTheLeasesDuration()
    {
        var world = new ShardWorld(seed: 1);
        world.Join();
        var dies = world.Join();
        await world.RunAsync(TimeSpan.FromMinutes(1));

        dies.IsDead = true;
        await world.RunAsync(ShardWorld.LeaseDuration + (ShardWorld.LeaseDuration / 10));

        Assert.Empty(dies.Leases.Owned);
        world.CheckDivision();
    }

    [Fact]
    public async Task RunAsync_StoreThatIsDownForLong_LosesAllShardsAndTellsSo()
    {
        var world = new ShardWorld(seed: 1);
        var leases = world.Join().Leases;
        await world.RunAsync(TimeSpan.FromSeconds(30));
        var told = new List<int>();
        leases.OwnedChanged += (_, _) => told.Add(leases.Owned.Count);

        world.Store.Failures = 1;
        await world.RunAsync(TimeSpan.FromSeconds(8));
        Assert.Equal(16, leases.Owned.Count);
        await world.RunAsync(TimeSpan.FromSeconds(10));
        Assert.Equal([0], told);
        world.Store.Failures = 0;
        await world.RunAsync(ShardWorld.LeaseDuration);

        Assert.Equal(16, leases.Owned.Count);
    }

    [Fact]
    public async Task RunAsync_LeaseThatEndedUnnoticed_IsLostBeforeItIsOwnedAgain()
    {
        var storeTime = new FakeTimeProvider();
        var leases = new ShardLeases(
            new InMemoryLeaseStore(storeTime), new ShardLeaseOptions { ShardCount = 1 }, new FakeTimeProvider());
        await leases.RunRoundAsync(CancellationToken.None);
        var told = new List<int>();
        leases.OwnedChanged += (_, _) => told.Add(leases.Owned.Count);

        storeTime.Advance(2 * ShardLeaseOptions.DefaultLeaseDuration);
        await leases.RunRoundAsync(CancellationToken.None);

        Assert.Equal([0, 1], told);
    }

    [Fact]
    public async Task TryBegin_WorkOnAShardToBeGivenAway_KeepsItUntilItEnds()
    {
        var world = new ShardWorld(seed: 1);
        var first = world.Join().Leases;
        await world.RunAsync(TimeSpan.FromSeconds(10));
        var works = first.Owned.Select(shard => first.TryBegin(shard)!).ToList();

        var second = world.Join().Leases;
        await world.RunAsync(TimeSpan.FromSeconds(12));
        Assert.Equal(8, first.Owned.Count);
        Assert.Empty(second.Owned);
        Assert.DoesNotContain(works, work => work.Stopping.IsCancellationRequested);

        works.ForEach(work => work.Dispose());
        await world.RunAsync(TimeSpan.FromSeconds(10));
        world.CheckDivision();
    }

    [Fact]
    public async Task TryBegin_WorkThatDoesNotEnd_IsToldToStopAfterALease()
    {
        var world = new ShardWorld(seed: 1);
        var first = world.Join().Leases;
        await world.RunAsync(TimeSpan.FromSeconds(10));
        using var work = first.TryBegin(15)!;

        world.Join();
        await world.RunAsync(TimeSpan.FromSeconds(30));

        Assert.True(work.Stopping.IsCancellationRequested);
        Assert.Null(first.TryBegin(15));
    }

    [Fact]
    public async Task RunAsync_ReleaseThatArrivesLate_DoesNotEndALaterLease()
    {
        var world = new ShardWorld(seed: 1);
        var first = world.Join();
        await world.RunAsync(TimeSpan.FromSeconds(10));
        world.Store.HoldsReleases = true;
        var second = world.Join();
        await world.RunAsync(TimeSpan.FromSeconds(12));
        Assert.NotEqual(0, world.Store.LateCount);

        second.IsDead = true;   // so that the first one takes all shards again
        world.Store.HoldsReleases = false;
        await world.RunAsync(ShardWorld.LeaseDuration * 2);
        Assert.Equal(16, first.Leases.Owned.Count);
        while (world.Store.LateCount > 0)
        {
            await world.Store.ArriveAsync();
        }

        world.Join();
        first.Next += TimeSpan.FromSeconds(4);   // the new one comes first, and takes what it finds free
        await world.RunAsync(ShardWorld.LeaseDuration);
        world.CheckDivision();
    }

    [Fact]
    public async Task RunAsync_Canceled_ReleasesAllAtOnce()
    {
        var timeProvider = new FakeTimeProvider();
        var store = new InMemoryLeaseStore(timeProvider);
        var leases = new ShardLeases(store, new ShardLeaseOptions { ShardCount = 4 }, timeProvider);
        using var stop = new CancellationTokenSource();
        var run = leases.RunAsync(stop.Token);
        Assert.Equal(4, leases.Owned.Count);
        Assert.True(leases.Owns(ImageStreamName.FromParts("shop", "ruby")));

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);

        Assert.Empty(leases.Owned);
        Assert.Empty(await store.ListAsync());
    }
}
