using ImageStreams.Clients;
using ImageStreams.Controllers;
using ImageStreams.Importing;
using ImageStreams.Storage;
using ImageStreams.Testing;
using ImageStreams.Tests.Storage;
using static ImageStreams.Tests.Storage.StoreObjects;

namespace ImageStreams.Tests.Controllers;

public sealed class ReflectorTests : IAsyncDisposable
{
    private readonly SkippingClock _clock = new();
    private readonly InterruptedStore _store = new(new InMemoryImageStreamStore());
    private readonly InMemoryRegistry _registry = new();
    private readonly EmbeddedImageStreamClient _client;
    private readonly FeedProbe _probe = new();
    private readonly CancellationTokenSource _end = new();
    private Task _running = Task.CompletedTask;

    public ReflectorTests() => _client = new EmbeddedImageStreamClient(_store, new ImageImporter(_registry, _clock));

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _running;
        _end.Dispose();
        _registry.Dispose();
    }

    [Fact]
    public async Task Run_StreamsThatExist_AreToldAndThenEachChangeInOrder()
    {
        var web = await CreateAsync("web");
        var feed = Start();
        await feed.WhenSyncedAsync();
        Assert.Equal(["+web"], await _probe.NextAsync(1));

        await CreateAsync("ruby");
        await _store.UpdateAsync(web.Noted("2"));
        await DeleteAsync("web");

        Assert.Equal(["+ruby", "+web 2", "-web"], await _probe.NextAsync(3));
        Assert.Equal("ruby", Assert.Single(feed.Objects.All).Name);
        Assert.Equal((true, true, 1, 1L), Read(feed.Status));
    }

    [Fact]
    public void Replace_ListThatHasAStreamTwice_TellsTheLastOne()
    {
        var streams = new ReflectedObjects<ImageStream>();

        Assert.Equal(1, streams.Replace([Stream("shop", "web", "1"), Stream("shop", "web", "2")]));

        Assert.Equal(Stream("shop", "web", "2"), Assert.Single(streams.All));
    }

    [Fact]
    public async Task Run_SeveralPages_TellsAll()
    {
        foreach (var name in (string[])["a", "b", "c"])
        {
            await CreateAsync(name);
        }

        var feed = Start(new ReflectorOptions { PageSize = 1 });
        await feed.WhenSyncedAsync();

        Assert.Equal(["+a", "+b", "+c"], await _probe.NextAsync(3));
        Assert.Equal(3, _store.Lists);
    }

    [Theory]
    [InlineData(StoreFailure.FellBehind)]
    [InlineData(StoreFailure.Expired)]
    public async Task Run_ChangesThatAWatchMissed_AreToldFromTheNextList(StoreFailure failure)
    {
        var web = await CreateAsync("web");
        await CreateAsync("old");
        var feed = await StartSyncedAsync(2);

        await _store.CutWhileAsync(failure, async () =>
        {
            await _store.UpdateAsync(web.Noted("2"));
            await DeleteAsync("old");
            await CreateAsync("new");
        });

        Assert.Equal(["-old", "+new", "+web 2"], await _probe.NextAsync(3));
        await CreateAsync("later");
        Assert.Equal(["+later"], await _probe.NextAsync(1));
        Assert.Equal(2, feed.Status.Lists);
    }

    [Fact]
    public async Task Run_StreamThatWasCreatedAgainUnseen_IsRemovedFirst()
    {
        await CreateAsync("web");
        await StartSyncedAsync(1);

        await _store.CutWhileAsync(StoreFailure.FellBehind, async () =>
        {
            await DeleteAsync("web");
            await _client.Streams.CreateAsync(Stream("shop", "web", "again"));
        });

        Assert.Equal(["-web", "+web again"], await _probe.NextAsync(2));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(StoreFailure.Unavailable)]
    public async Task Run_WatchThatEnds_GoesOnFromItsVersion(StoreFailure? failure)
    {
        await CreateAsync("web");
        var feed = await StartSyncedAsync(1);
        var version = feed.Status.ResourceVersion;

        await _store.CutWhileAsync(failure, () => CreateAsync("missed"));

        Assert.Equal(["+missed"], await _probe.NextAsync(1));
        Assert.Equal([version, version], _store.Watches);
        Assert.Equal(1, feed.Status.Lists);
        _probe.AssertNothing();
    }

    [Fact]
    public async Task Run_ListsThatFail_AreRepeatedAfterLongerWaits()
    {
        for (var i = 0; i < 8; i++)
        {
            _store.FailList(StoreFailure.Unavailable);
        }

        var feed = Start();
        await feed.WhenSyncedAsync();

        var seconds = _clock.Waits.Select(wait => wait.TotalSeconds).ToList();
        double[] longest = [1, 2, 4, 8, 16, 30, 30, 30];
        Assert.Equal(8, seconds.Count);
        Assert.All(seconds.Zip(longest), wait => Assert.InRange(wait.First, wait.Second / 2, wait.Second));
        Assert.Contains("The list failed: Unavailable.", feed.Status.LastError, StringComparison.Ordinal);
        Assert.Equal(0, feed.Status.Failures);
    }

    [Fact]
    public async Task Run_WatchesThatAreAlwaysTooFarBehind_DoNotListWithoutWaits()
    {
        _store.EveryWatch = StoreFailure.Expired;
        var feed = Start();
        while (_clock.Waits.Count < 5)
        {
            await Task.Yield();
        }

        _store.EveryWatch = null;
        await CreateAsync("web");
        Assert.Equal(["+web"], await _probe.NextAsync(1));
        Assert.InRange(feed.Status.Lists, 5, _clock.Waits.Count + 2);
    }

    [Fact]
    public async Task Run_ObserverThatThrows_KeepsNoneFromBeingTold()
    {
        var feed = CreateFeed();
        feed.Objects.Add(new ThrowingObserver());
        feed.Objects.Add(_probe);
        Run(feed);
        await feed.WhenSyncedAsync();

        await CreateAsync("web");
        await DeleteAsync("web");

        Assert.Equal(["+web", "-web"], await _probe.NextAsync(2));
        Assert.Equal("This observer always throws.", feed.Status.LastError);
    }

    [Fact]
    public async Task Add_WhileTheFeedRuns_TellsTheStreamsThatExist()
    {
        await CreateAsync("web");
        var feed = await StartSyncedAsync(1);
        var late = new FeedProbe();

        feed.Objects.Add(late);
        await CreateAsync("ruby");

        Assert.Equal(["+web", "+ruby"], await late.NextAsync(2));
        Assert.True(feed.Objects.Remove(late));
        await DeleteAsync("ruby");
        Assert.Equal(["+ruby", "-ruby"], await _probe.NextAsync(2));
        late.AssertNothing();
    }

    [Fact]
    public async Task Run_Twice_IsRefusedUntilTheFirstHasEnded()
    {
        var feed = await StartSyncedAsync(0);
        await Assert.ThrowsAsync<InvalidOperationException>(() => feed.RunAsync(CancellationToken.None));

        await _end.CancelAsync();
        await _running;
        Assert.False(feed.Status.IsRunning);

        await CreateAsync("meanwhile");
        using var again = new CancellationTokenSource();
        var second = feed.RunAsync(again.Token);
        Assert.Equal(["+meanwhile"], await _probe.NextAsync(1));
        await again.CancelAsync();
        await second;
        Assert.Equal(1, feed.Status.Lists);
    }

    private static (bool IsRunning, bool HasSynced, int Streams, long Lists) Read(ReflectorStatus status) =>
        (status.IsRunning, status.HasSynced, status.Objects, status.Lists);

    private Reflector<ImageStream> CreateFeed(ReflectorOptions? options = null) => new(ObjectSource.FromStreams(_client), options, _clock);

    private Reflector<ImageStream> Start(ReflectorOptions? options = null)
    {
        var feed = CreateFeed(options);
        feed.Objects.Add(_probe);
        Run(feed);
        return feed;
    }

    private void Run(Reflector<ImageStream> feed) => _running = Task.Run(() => feed.RunAsync(_end.Token));

    /// <summary>Starts a feed, and reads the streams that exist.</summary>
    private async Task<Reflector<ImageStream>> StartSyncedAsync(int streams)
    {
        var feed = Start();
        await feed.WhenSyncedAsync();
        await _probe.NextAsync(streams);
        while (_store.Watches.Count == 0)
        {
            await Task.Yield();
        }

        return feed;
    }

    private Task<ImageStream> CreateAsync(string name) => _client.Streams.CreateAsync(Stream("shop", name));

    private Task DeleteAsync(string name) => _client.Streams.DeleteAsync("shop", name);

    private sealed class ThrowingObserver : IObjectObserver<ImageStream>
    {
        public void Observe(ImageStream value) => throw new InvalidOperationException("This observer always throws.");

        public void Remove(ImageStream value) => throw new InvalidOperationException("This observer always throws.");
    }
}
