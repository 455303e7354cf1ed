using ImageStreams.Controllers;
using ImageStreams.Hosting;
using ImageStreams.Storage;
using Microsoft.Extensions.Time.Testing;

namespace ImageStreams.Tests.Hosting;

/// <summary>Shards that are gained and lost while their state is read.</summary>
public sealed class ActiveShardsTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(15);

    private readonly FakeTimeProvider _storeTime = new();
    private readonly ShardLeases _leases;
    private readonly ActiveShards _active;

    public ActiveShardsTests()
    {
        var options = new ShardLeaseOptions { ShardCount = 4, LeaseDuration = Lease };
        _leases = new ShardLeases(new InMemoryLeaseStore(_storeTime), options, new FakeTimeProvider());
        _active = new ActiveShards(_leases);
    }

    [Fact]
    public async Task TryActivate_ShardThatWasLostAndRegainedMeanwhile_IsReadAnew()
    {
        await _leases.RunRoundAsync(CancellationToken.None);
        var gained = _active.BeginGain();
        Assert.Equal([0, 1, 2, 3], gained.Order());

        await LoseAndRegainAsync();

        Assert.DoesNotContain(gained, _active.TryActivate);
        Assert.Equal([0, 1, 2, 3], _active.BeginGain().Order());
        Assert.All(gained, shard => Assert.True(_active.TryActivate(shard)));
    }

    [Fact]
    public async Task Lost_ActiveShardsThatAreOwnedAgain_AreForgottenBeforeTheyAreGained()
    {
        await _leases.RunRoundAsync(CancellationToken.None);
        Assert.All(_active.BeginGain(), shard => Assert.True(_active.TryActivate(shard)));
        Assert.True(_active.WhenReadAsync(CancellationToken.None).IsCompleted);

        await LoseAndRegainAsync();

        Assert.Empty(_active.All);
        Assert.Empty(_active.BeginGain());
        Assert.False(_active.WhenReadAsync(CancellationToken.None).IsCompleted);
        Assert.Equal([0, 1, 2, 3], _active.ListLost().Order());
        _active.EndLost(2);
        Assert.Equal([2], _active.BeginGain());
    }

    [Theory]
    [InlineData("import-pauses", true)]
    [InlineData("imports", false)]
    [InlineData("trigger-pauses", true)]
    [InlineData("registry-pauses", true)]
    public async Task IsGained_RecordOfAnotherShard_IsReadWhereItCountsForAll(string section, bool expected)
    {
        await _leases.RunRoundAsync(CancellationToken.None);
        var record = new StateRecord(section, "shop/ruby", "{}");
        Assert.Equal(expected, _active.IsGained(record));

        _active.BeginGain();

        Assert.True(_active.IsGained(record));
    }

    /// <summary>The leases end by the clock of the store, and the next renewal acquires them anew.</summary>
    private async Task LoseAndRegainAsync()
    {
        _storeTime.Advance(2 * Lease);
        await _leases.RunRoundAsync(CancellationToken.None);
        Assert.Equal(4, _leases.Owned.Count);
    }
}
