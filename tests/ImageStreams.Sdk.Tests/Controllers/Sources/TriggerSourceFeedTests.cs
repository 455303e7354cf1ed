using ImageStreams.Controllers;
using ImageStreams.Storage;
using ImageStreams.Workloads;
using Microsoft.Extensions.Time.Testing;
using static ImageStreams.Tests.Builders.WorkloadBuilder;

namespace ImageStreams.Tests.Controllers;

public sealed class TriggerSourceFeedTests : IAsyncDisposable
{
    private readonly FakeTimeProvider _timeProvider = new();
    private readonly RecordingTriggerTarget _target = new();
    private readonly InMemoryTriggerSource _source = new();
    private readonly TriggerController _controller;
    private readonly CancellationTokenSource _stop = new();
    private Task _run = Task.CompletedTask;

    public TriggerSourceFeedTests() => _controller = new TriggerController(_target, timeProvider: _timeProvider);

    [Fact]
    public async Task RunAsync_ObjectsThatExistAndChange_AreObserved()
    {
        _source.Set(Web("web"));
        var feed = Start(new TriggerSourceFeed(_source, _controller, timeProvider: _timeProvider));
        await feed.WhenSynced;
        Assert.Equal("Deployment shop/web", (await _controller.ReactAsync())!.Object.ToString());

        _source.Set(Web("api"));
        await _controller.WaitUntilDueAsync();

        Assert.Equal("Deployment shop/api", (await _controller.ReactAsync())!.Object.ToString());
        Assert.Equal(2, feed.Count);
        Assert.Equal(2, _source.Count);
    }

    [Fact]
    public async Task RunAsync_WatchThatFails_IsStartedAgainAndRemovesWhatHasGone()
    {
        var source = new BrokenTriggerSource(
            [Found("web"), Found("api"), TriggerSourceEvent.Synced.Instance],
            [Found("api"), TriggerSourceEvent.Synced.Instance]);
        var feed = Start(new TriggerSourceFeed(source, _controller, timeProvider: _timeProvider));
        await source.Told[0].Task;
        Assert.Equal(2, feed.Count);

        while (!source.Told[1].Task.IsCompleted)
        {
            _timeProvider.Advance(TriggerSourceFeed.RetryDelay);
            await Task.Yield();
        }

        Assert.Equal(1, feed.Count);
        Assert.Equal(["Deployment shop/api"], await ReactAsync());
    }

    [Fact]
    public async Task RunAsync_Shards_TellsOnlyOfOwnedObjects()
    {
        var store = new InMemoryLeaseStore(_timeProvider);
        var shards = new ShardLeases(store, timeProvider: _timeProvider);
        _source.Set(Web("web"));
        var feed = Start(new TriggerSourceFeed(_source, _controller, shards, timeProvider: _timeProvider));
        await feed.WhenSynced;
        Assert.Empty(await ReactAsync());

        await shards.RunRoundAsync(CancellationToken.None);
        Assert.Equal(["Deployment shop/web"], await ReactAsync());

        await shards.EndAsync();
        Assert.Equal(1, feed.Count);
        _source.Set(Web("api"));
        Assert.Empty(await ReactAsync());
    }

    [Fact]
    public async Task ShardedTriggerTarget_ShardOfAnotherReplica_Refuses()
    {
        var shards = new ShardLeases(new InMemoryLeaseStore(_timeProvider), timeProvider: _timeProvider);
        var target = new ShardedTriggerTarget(_target, shards);

        var refused = await target.UpdateAsync(Web("web"), Web("web"), CancellationToken.None);
        await shards.RunRoundAsync(CancellationToken.None);
        var accepted = await target.UpdateAsync(Web("web"), Web("web"), CancellationToken.None);

        Assert.Equal(
            "Refused: The shard of Deployment shop/web belongs to another replica, or soon will.", refused.ToString());
        Assert.Same(TriggerTargetResult.Accepted.Instance, accepted);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _run.ContinueWith(static _ => { }, TaskScheduler.Default);
        _stop.Dispose();
    }

    private static Workload Web(string name) => AWorkload(name: name).Runs("old").TriggeredBy("ruby:a").Build();

    private static TriggerSourceEvent Found(string name) =>
        new TriggerSourceEvent.WorkloadObserved { Workload = Web(name) };

    private TriggerSourceFeed Start(TriggerSourceFeed feed)
    {
        _run = feed.RunAsync(_stop.Token);
        return feed;
    }

    private async Task<List<string>> ReactAsync()
    {
        var objects = new List<string>();
        while (await _controller.ReactAsync() is { } reaction)
        {
            objects.Add(reaction.Object.ToString());
        }

        return objects;
    }
}
