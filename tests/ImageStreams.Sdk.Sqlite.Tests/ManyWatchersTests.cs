using ImageStreams.Storage;
using ImageStreams.Tests.Storage;
using static ImageStreams.Tests.Storage.StoreObjects;

namespace ImageStreams.Tests.Sqlite;

/// <summary>Many watchers on one store, which share what is read.</summary>
public sealed class ManyWatchersTests : IAsyncLifetime
{
    private const int Watchers = 1000;
    private const int Writes = 20;
    private readonly TemporaryFolder _folder = new();
    private readonly BreakingStore _store;

    public ManyWatchersTests() => _store = new BreakingStore(_folder.File(), isCommitted: true);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Watch_AThousandWatchers_GetEveryEventWithoutAQueryEach(bool isForeign)
    {
        var first = await _store.Streams.CreateAsync(Stream("shop", "web"));
        var watches = Enumerable.Range(0, Watchers).Select(_ => new WatchProbe<ImageStream>(
            _store.Streams, new() { ResourceVersion = first.Metadata.ResourceVersion }).Begin()).ToList();
        var before = _store.Dialect.Statements;

        await using var other = new SqliteImageStreamStore(_folder.File());
        await Noise.AddAsync(isForeign ? other : _store, Writes);
        var reported = await Task.WhenAll(watches.Select(watch => watch.NextAsync(Writes)));

        Assert.All(reported, events => Assert.Equal(
            Enumerable.Range(3, Writes), events.Select(change => (int)Number(change.ResourceVersion))));
        Assert.InRange(_store.Dialect.Statements - before, 1, Watchers / 2);
        await Task.WhenAll(watches.Select(watch => watch.DisposeAsync().AsTask()));
    }

    /// <summary>A watcher that is older than what the others share reads pages until it has caught up.</summary>
    [Fact]
    public async Task Watch_FromLongAgo_ReadsPagesAndThenSharesWithTheOthers()
    {
        const int changes = 6000;
        var seen = await _store.Streams.CreateAsync(Stream("shop", "web"));
        await using var other = new SqliteImageStreamStore(
            new SqliteStoreOptions { Path = _folder.File(), Durability = SqliteDurability.Normal });
        await Noise.AddAsync(other, changes);
        await using var watch = new WatchProbe<ImageStream>(_store.Streams, new() { ResourceVersion = seen.Metadata.ResourceVersion });

        var reported = await watch.NextAsync(changes);
        var last = await _store.Streams.CreateAsync(Stream("shop", "last"));

        Assert.Equal(Enumerable.Range(3, changes), reported.Select(change => (int)Number(change.ResourceVersion)));
        Assert.Equal(last, (await watch.NextAsync()).Subject());
    }

    /// <summary>While nobody watches, nothing is polled; a new watcher sees what was written meanwhile.</summary>
    [Fact]
    public async Task Watch_AgainAfterAPause_SeesTheWritesOfOthers()
    {
        var seen = await _store.Streams.CreateAsync(Stream("shop", "web"));
        await using (var first = new WatchProbe<ImageStream>(_store.Streams, WatchQuery.All))
        {
            await first.NextAsync();
        }

        await using var other = new SqliteImageStreamStore(_folder.File());
        await Noise.AddAsync(other, Writes);
        await using var watch = new WatchProbe<ImageStream>(_store.Streams, new() { ResourceVersion = seen.Metadata.ResourceVersion });

        Assert.Equal(Writes, (await watch.NextAsync(Writes)).Count);
    }
}
