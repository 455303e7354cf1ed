using ImageStreams.Storage;
using ImageStreams.Tests.Storage;
using static ImageStreams.Tests.Storage.StoreObjects;

namespace ImageStreams.Tests.Sqlite;

/// <summary>Transactions of several connections: the order of their commits is the order of the versions.</summary>
public sealed class OrderTests : IAsyncLifetime
{
    private readonly SqliteTestStore _file = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _file.DisposeAsync().AsTask();

    /// <summary>
    /// One writer waits for the lock while another one, which came later, holds it. Its number is taken only when it has the lock, so
    /// that the watcher sees the later one first, with the lower version.
    /// </summary>
    [Fact]
    public async Task Write_CommitsInAnotherOrderThanItBegan_IsSeenInTheOrderOfTheCommits()
    {
        await using var late = _file.OpenAnother();
        await late.OpenAsync();
        await using var watch = new WatchProbe<ImageStream>(_file.Store.Streams, WatchQuery.All).Begin();
        await using var held = RawSqlite.Open(_file.Path);
        RawSqlite.Query(held, "BEGIN IMMEDIATE");
        var early = Task.Run(async () => await late.Streams.CreateAsync(Stream("shop", "began-first")));

        RawSqlite.Query(held, Insert(2, "began-last"));
        RawSqlite.Query(held, "UPDATE imagestreams_store SET current_version = 2");
        Assert.False(early.IsCompleted);
        RawSqlite.Query(held, "COMMIT");

        Assert.Equal(3, (await early).Version());
        var reported = await watch.NextAsync(2);
        Assert.Equal(["began-last", "began-first"], reported.Select(change => change.Subject()!.Metadata.Name));
        Assert.Equal(["2", "3"], reported.Select(change => change.ResourceVersion));
    }

    /// <summary>A transaction that is rolled back gives its numbers back, so that no watcher waits for a version that never comes.</summary>
    [Fact]
    public async Task Write_RolledBackByAnother_LeavesNoGap()
    {
        await _file.Store.OpenAsync();
        await using var held = RawSqlite.Open(_file.Path);
        RawSqlite.Query(held, "BEGIN IMMEDIATE");
        RawSqlite.Query(held, Insert(2, "never"));
        RawSqlite.Query(held, "UPDATE imagestreams_store SET current_version = 2");
        RawSqlite.Query(held, "ROLLBACK");

        Assert.Equal(2, (await _file.Store.Streams.CreateAsync(Stream("shop", "web"))).Version());
    }

    /// <summary>The connection breaks in COMMIT, after or before the database has done it.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Write_OutcomeOfTheCommitIsUnknown_IsFoundOutAndWrittenOnce(bool isCommitted)
    {
        await using var store = new BreakingStore(_file.Path, isCommitted);
        await store.OpenAsync();
        store.Dialect.BreakNextCommit = true;

        var created = await store.Streams.CreateAsync(Stream("shop", "web"));

        Assert.False(store.Dialect.BreakNextCommit);
        Assert.Equal(2, created.Version());
        Assert.Equal(created, await _file.Store.Streams.FindAsync(new("shop", "web")));
        Assert.Equal(1L, await RawSqlite.CountAsync(_file.Path, "imagestreams_revisions"));
    }

    private static string Insert(int version, string name) =>
        $"INSERT INTO imagestreams_revisions VALUES ({version}, 1, 'shop', '{name}', 1, 0, NULL, 1, 1, "
        + $$$"""CAST('{"metadata":{"namespace":"shop","name":"{{{name}}}"}}' AS BLOB))""";
}
