using ImageStreams.Clients;
using ImageStreams.Importing;
using ImageStreams.Storage;
using ImageStreams.Testing;
using static ImageStreams.Tests.Storage.StoreObjects;

namespace ImageStreams.Tests.Sqlite;

/// <summary>Files that cannot be written: typed errors that name the file and the cause, and nothing half written.</summary>
public sealed class WriteErrorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.File();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("PRAGMA query_only = 1", StoreFailure.ReadOnly, "does not accept writes: SQLite Error 8")]
    [InlineData("PRAGMA max_page_count = 20", StoreFailure.OutOfSpace, "has no space left, and nothing was written: SQLite Error 13")]
    public async Task Write_FileThatTakesNoMore_IsATypedErrorAndNothingIsHalfWritten(
        string settings, StoreFailure expected, string message)
    {
        await (await CreateAsync()).DisposeAsync();
        await using var store = new SqliteImageStreamStore(new SqliteStoreOptions { Path = Path, MoreSettings = settings });

        var failure = await Assert.ThrowsAsync<StoreException>(() => FillAsync(store));

        Assert.Equal(expected, failure.Reason);
        Assert.StartsWith($"The store {Path} {message}", failure.Message, StringComparison.Ordinal);
        await RequireWholeAsync(store);
    }

    [Fact]
    public async Task Write_FullForOneOfManyThatWait_FailsOnlyThatOne()
    {
        await (await CreateAsync()).DisposeAsync();
        await using var store = new SqliteImageStreamStore(
            new SqliteStoreOptions { Path = Path, MoreSettings = "PRAGMA max_page_count = 40" });
        var writes = Enumerable.Range(0, 20).Select(i => Task.Run(
            async () => await store.Streams.CreateAsync(Stream("shop", $"s{i}", i == 7 ? new string('a', 1 << 20) : "")))).ToList();

        await Task.WhenAny(Task.WhenAll(writes));

        Assert.Equal([7], Enumerable.Range(0, 20).Where(i => writes[i].IsFaulted));
        await RequireWholeAsync(store);
    }

    [Fact]
    public async Task Open_FileThatThisUserMayNotWrite_IsReadOnly()
    {
        await (await CreateAsync()).DisposeAsync();
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            // Nothing is read-only for root; the settings above stand for it.
            return;
        }

        File.SetUnixFileMode(Path, UnixFileMode.UserRead);
        await using var store = new SqliteImageStreamStore(Path);

        var failure = await Assert.ThrowsAsync<StoreException>(async () => await store.Streams.CreateAsync(Stream("shop", "api")));

        Assert.Equal(StoreFailure.ReadOnly, failure.Reason);
    }

    [Fact]
    public async Task Write_LockedByAnotherProcess_IsUnavailableAfterTheRetryTime()
    {
        await using var store = await CreateAsync(TimeSpan.FromMilliseconds(100));
        await using var other = RawSqlite.Open(Path);
        RawSqlite.Query(other, "BEGIN IMMEDIATE");

        var failure = await Assert.ThrowsAsync<StoreException>(async () => await store.Streams.CreateAsync(Stream("shop", "api")));
        RawSqlite.Query(other, "ROLLBACK");

        Assert.Equal(StoreFailure.Unavailable, failure.Reason);
        Assert.Contains("database is locked", failure.Message, StringComparison.Ordinal);
        Assert.Equal(3, (await store.Streams.CreateAsync(Stream("shop", "api"))).Version());
    }

    [Fact]
    public async Task Write_LockedByAnotherProcess_IsServiceUnavailableInTheApi()
    {
        await using var store = await CreateAsync(TimeSpan.FromMilliseconds(100));
        var client = new EmbeddedImageStreamClient(store, new ImageImporter(new InMemoryRegistry().CreateClient()));
        await using var other = RawSqlite.Open(Path);
        RawSqlite.Query(other, "BEGIN IMMEDIATE");

        var failure = await Assert.ThrowsAsync<ApiException>(() => client.Streams.CreateAsync(Stream("shop", "api")));
        RawSqlite.Query(other, "ROLLBACK");

        Assert.Equal((ApiFailure.ServiceUnavailable, 503), (failure.Reason, failure.Status.Code));
        Assert.Equal(1, failure.Status.Details!.RetryAfterSeconds);
    }

    private async Task<SqliteImageStreamStore> CreateAsync(TimeSpan? retryTime = null)
    {
        var store = new SqliteImageStreamStore(new SqliteStoreOptions
        {
            Path = Path,
            RetryTime = retryTime ?? RelationalStoreOptions.DefaultRetryTime,
        });
        await store.Streams.CreateAsync(Stream("shop", "web"));
        return store;
    }

    private static async Task FillAsync(SqliteImageStreamStore store)
    {
        for (var i = 0; i < 1000; i++)
        {
            await store.Streams.CreateAsync(Stream("shop", $"stream-{i}", new string('a', 1000)));
        }
    }

    // As many objects as versions, in the store and after it is opened without the limit.
    private async Task RequireWholeAsync(SqliteImageStreamStore store)
    {
        var page = await store.Streams.ListAsync(ListQuery.All);
        Assert.Equal(Number(page.ResourceVersion) - 1, page.Items.Count);
        await store.DisposeAsync();
        await using var again = new SqliteImageStreamStore(Path);
        Assert.Equal(page, await again.Streams.ListAsync(ListQuery.All));
        Assert.Equal(Number(page.ResourceVersion) + 1, (await again.Streams.CreateAsync(Stream("shop", "next"))).Version());
    }
}
