using System.Runtime.CompilerServices;
using ImageStreams.Storage;
using ImageStreams.Tests.Contracts;
using Microsoft.Extensions.Time.Testing;
using static ImageStreams.Tests.Storage.StoreObjects;

namespace ImageStreams.Tests.Storage;

/// <summary>The contract, and the store's own limit on how much it keeps.</summary>
public sealed class InMemoryImageStreamStoreTests : ImageStreamStoreContract
{
    private const int History = 16;
    private readonly FakeTimeProvider _time = new();
    private readonly InMemoryImageStreamStore _store;

    public InMemoryImageStreamStoreTests() => _store = Remembering(History, _time);

    protected override IImageStreamStore Store => _store;

    protected override async Task ForgetAsync()
    {
        await ChangeAsync(_store, History + 2);
        var image = await _store.Images.CreateAsync(Image("noise"));
        for (var i = 0; i <= History; i++)
        {
            image = await _store.Images.UpdateAsync(image.Noted($"{i}"));
        }
    }

    protected override void Advance(TimeSpan time) => _time.Advance(time);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(InMemoryStoreOptions.MaxWatchHistory + 1)]
    public void Constructor_HistoryOutOfBounds_IsAnArgumentError(int history) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Remembering(history));

    [Fact]
    public async Task Constructor_OptionsChangedLater_HaveNoEffect()
    {
        var options = new InMemoryStoreOptions { WatchHistory = 1 };
        var store = new InMemoryImageStreamStore(options);
        options.WatchHistory = 100;
        var version = await ChangeAsync(store, 3);

        Assert.Equal(StoreFailure.Expired, await FailureOfWatch(store, version - 2));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public async Task Watch_ExactlyAsManyChangesAsAreKept_ReportsAllOfThem(int history)
    {
        var store = Remembering(history);
        var version = await ChangeAsync(store, 20);
        await using var watch = new WatchProbe<ImageStream>(store.Streams, new() { ResourceVersion = Text(version - history) });

        var reported = await watch.NextAsync(history);

        Assert.Equal(Enumerable.Range(0, history).Select(i => version - history + 1 + i), reported.Select(e => Number(e.ResourceVersion)));
        Assert.Equal(StoreFailure.Expired, await FailureOfWatch(store, version - history - 1));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public async Task Watch_BehindWithinTheHistory_Continues(int history)
    {
        var store = Remembering(history);
        var version = await ChangeAsync(store, 1);
        await using var watch = new WatchProbe<ImageStream>(store.Streams, new() { ResourceVersion = Text(version - 1) });
        await watch.NextAsync();

        await ChangeAsync(store, history);
        Assert.Equal(version + 1, Number((await watch.NextAsync()).ResourceVersion));
        await ChangeAsync(store, 3);

        Assert.Equal(StoreFailure.FellBehind, (await Assert.ThrowsAsync<StoreException>(watch.NextAsync)).Reason);
    }

    [Fact]
    public async Task Watch_EveryKeptVersion_StartsRightAfterIt()
    {
        var store = Remembering(64);
        var last = 0L;
        for (var i = 0; i < 20; i++)
        {
            await store.Images.CreateAsync(Image($"sha256:{i}"));
            last = await ChangeAsync(store, (i % 3) + 1);
        }

        for (var version = 1; version < last; version++)
        {
            await using var watch = new WatchProbe<Image>(store.Images, new() { ResourceVersion = Text(version) });
            var expected = (await store.Images.ListAsync(ListQuery.All)).Items.Where(i => i.Version() > version).Min(i => (long?)i.Version());
            Assert.Equal(expected, watch.Begin().Waits ? null : Number((await watch.NextAsync()).ResourceVersion));
        }
    }

    [Fact]
    public async Task History_OfOneKind_IsNotShortenedByTheOther()
    {
        var store = Remembering(2);
        var stream = await store.Streams.CreateAsync(Stream("shop", "web"));
        for (var i = 0; i < 10; i++)
        {
            await store.Images.CreateAsync(Image($"sha256:{i}"));
        }

        await using var watch = new WatchProbe<ImageStream>(store.Streams, new() { ResourceVersion = Text(stream.Version() - 1) });

        Assert.Equal(stream, (await watch.NextAsync()).Subject());
    }

    [Fact]
    public async Task List_PagesWhileTheHistoryLasts_AreServed()
    {
        var store = Remembering(4);
        await ChangeAsync(store, 2);
        await store.Streams.CreateAsync(Stream("noise", "z"));
        var first = await store.Streams.ListAsync(new() { Limit = 1 });

        await ChangeAsync(store, 4);
        var rest = await store.Streams.ListAsync(new() { Continue = first.Continue });

        Assert.Equal("z", Assert.Single(rest.Items).Metadata.Name);
    }

    [Fact]
    public async Task Watch_NotRead_KeepsNoChangeInMemory()
    {
        var store = Remembering(1);
        await store.Streams.CreateAsync(Stream("noise", "noise"));
        await using var watch = new WatchProbe<ImageStream>(store.Streams, WatchQuery.All);
        await watch.NextAsync();

        var forgotten = await ReplaceAsync(store);
        await ChangeAsync(store, 3);

        AssertCollected(forgotten);
    }

    [Fact]
    public async Task Watch_Ended_LeavesNothingBehind()
    {
        var ended = await EndedWatchAsync();

        AssertCollected(ended);
        await ChangeAsync(_store, 1);
    }

    private static InMemoryImageStreamStore Remembering(int history, TimeProvider? time = null) =>
        new(new InMemoryStoreOptions { WatchHistory = history }, time);

    private static async Task<long> ChangeAsync(InMemoryImageStreamStore store, int times)
    {
        var stream = await store.Streams.FindAsync(new("noise", "noise"));
        for (var i = 0; i < times; i++)
        {
            stream = stream is null
                ? await store.Streams.CreateAsync(Stream("noise", "noise"))
                : await store.Streams.UpdateAsync(stream.Noted($"after {stream.Version()}"));
        }

        return stream!.Version();
    }

    private static async Task<StoreFailure> FailureOfWatch(InMemoryImageStreamStore store, long version)
    {
        await using var watch = new WatchProbe<ImageStream>(store.Streams, new() { ResourceVersion = Text(version) });
        return (await Assert.ThrowsAsync<StoreException>(watch.NextAsync)).Reason;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> ReplaceAsync(InMemoryImageStreamStore store)
    {
        var stream = await store.Streams.FindAsync(new("noise", "noise"));
        return new WeakReference(await store.Streams.UpdateAsync(stream!.Noted("soon forgotten")));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private async Task<WeakReference> EndedWatchAsync()
    {
        using var end = new CancellationTokenSource();
        var query = new WatchQuery { BookmarkInterval = TimeSpan.FromMinutes(1), ResourceVersion = "1" };
        await using var events = _store.Streams.WatchAsync(query, end.Token).GetAsyncEnumerator();
        Task step = events.MoveNextAsync().AsTask();
        Assert.False(step.IsCompleted);
        await end.CancelAsync();
        await step.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return new WeakReference(events);
    }

    private static void AssertCollected(WeakReference reference)
    {
        for (var i = 0; i < 10 && reference.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(reference.IsAlive);
    }
}
