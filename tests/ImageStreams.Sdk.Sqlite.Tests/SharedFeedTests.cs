using ImageStreams.Storage;
using ImageStreams.Tests.Storage;
using static ImageStreams.Tests.Storage.StoreObjects;

namespace ImageStreams.Tests.Sqlite;

/// <summary>What watchers share: changes, errors, and connections.</summary>
public sealed class SharedFeedTests : IAsyncLifetime
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private readonly TemporaryFolder _folder = new();
    private readonly BreakingStore _store;

    public SharedFeedTests() => _store = new BreakingStore(_folder.File(), isCommitted: true);

    private string Path => _folder.File();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>One watcher that is not read holds on while the others get the error, and come again.</summary>
    [Fact]
    public async Task Watch_ErrorThatHasPassed_IsNotThatOfLaterWatches()
    {
        await _store.Streams.CreateAsync(Stream("shop", "web"));
        await using var idle = new WatchProbe<ImageStream>(_store.Streams, WatchQuery.All);
        await idle.NextAsync();
        await using var waiting = new WatchProbe<ImageStream>(_store.Streams, new() { ResourceVersion = "2" });
        waiting.Begin();

        await RawSqlite.QueryAsync(Path, "ALTER TABLE imagestreams_store RENAME TO hidden");
        var failure = await Assert.ThrowsAsync<StoreException>(() => waiting.NextAsync());
        await RawSqlite.QueryAsync(Path, "ALTER TABLE hidden RENAME TO imagestreams_store");

        Assert.Equal(StoreFailure.Damaged, failure.Reason);
        using var limit = new CancellationTokenSource(Limit);
        while (await TryWatchAsync() is { } error)
        {
            Assert.Equal(StoreFailure.Damaged, Assert.IsType<StoreException>(error).Reason);
            limit.Token.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Another process forgets the object before a change after this one has looked up what is kept.</summary>
    [Fact]
    public async Task Watch_ChangeForgottenWhileItIsRead_FallsBehindAndReportsNoHalfOfIt()
    {
        var seen = await _store.Streams.CreateAsync(Stream("shop", "web"));
        await using var watch = new WatchProbe<ImageStream>(_store.Streams, WatchQuery.All);
        await watch.NextAsync();
        watch.Begin();
        var reads = 0;
        _store.Dialect.Executing = sql => reads += sql.Contains("ORDER BY r.version", StringComparison.Ordinal) && reads == 0 ? Forget() : 0;

        await using var other = new SqliteImageStreamStore(Path);
        await other.Streams.UpdateAsync(seen.Noted("new"));
        var failure = await Assert.ThrowsAsync<StoreException>(() => watch.NextAsync());

        Assert.Equal((1, StoreFailure.FellBehind), (reads, failure.Reason));
    }

    [Fact]
    public async Task Watch_FirstOfMany_DoesNotLendItsContextToTheFeed()
    {
        var context = new AsyncLocal<string?> { Value = "that of the first watcher" };
        var seen = new TaskCompletionSource<string?>();
        _store.Dialect.Watching = () => seen.TrySetResult(context.Value);

        await using var watch = new WatchProbe<ImageStream>(_store.Streams, WatchQuery.All).Begin();

        Assert.Null(await seen.Task.WaitAsync(Limit));
    }

    [Fact]
    public async Task Call_ConnectionsLostWhileNobodyUsedThem_TakesOthers()
    {
        var created = await _store.Streams.CreateAsync(Stream("shop", "web"));
        await _store.Streams.ListAsync(ListQuery.All);

        _store.Dialect.CloseConnections();

        Assert.Equal(created, await _store.Streams.FindAsync(new("shop", "web")));
        Assert.Equal(3, (await _store.Streams.CreateAsync(Stream("shop", "api"))).Version());
    }

    private async Task<Exception?> TryWatchAsync()
    {
        await using var watch = new WatchProbe<ImageStream>(_store.Streams, new() { ResourceVersion = "1" });
        return await Record.ExceptionAsync(() => watch.NextAsync());
    }

    private int Forget()
    {
        using var connection = RawSqlite.Open(Path);
        RawSqlite.Query(connection, "DELETE FROM imagestreams_revisions WHERE version = 2");
        RawSqlite.Query(connection, "UPDATE imagestreams_store SET compacted_version = 3, swept_version = 3");
        return 1;
    }
}
