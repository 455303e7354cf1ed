using ImageStreams.Storage;
using ImageStreams.Tests.Storage;
using static ImageStreams.Tests.Storage.StoreObjects;

namespace ImageStreams.Tests.Sqlite;

/// <summary>A process that ends and starts again: versions count on, and watches go on where their clients were.</summary>
public sealed class RestartTests : IAsyncLifetime
{
    private const int History = 300;
    private readonly SqliteTestStore _file = new(History);

    private IObjectStore<ImageStream> Streams => _file.Store.Streams;

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _file.DisposeAsync().AsTask();

    [Fact]
    public async Task Reopen_VersionsCountOn()
    {
        var created = await Streams.CreateAsync(Stream("shop", "web"));

        await _file.ReopenAsync();
        var next = await Streams.CreateAsync(Stream("shop", "api"));

        Assert.Equal(created, await Streams.FindAsync(new("shop", "web")));
        Assert.Equal(created.Version() + 1, next.Version());
    }

    [Fact]
    public async Task Reopen_DeletedObject_StaysDeletedAndItsVersionIsNotGivenAgain()
    {
        await Streams.CreateAsync(Stream("shop", "web"));
        var deleted = await Streams.DeleteAsync(new("shop", "web"));

        await _file.ReopenAsync();

        Assert.Null(await Streams.FindAsync(new("shop", "web")));
        Assert.Equal(deleted.Version() + 1, (await Streams.CreateAsync(Stream("shop", "web"))).Version());
    }

    [Fact]
    public async Task Reopen_WatchFromTheClientsVersion_MissesNothing()
    {
        var seen = await Streams.CreateAsync(Stream("shop", "web"));
        var updated = await Streams.UpdateAsync(seen.Noted("new"));
        var deleted = await Streams.DeleteAsync(new("shop", "web"));
        await _file.ReopenAsync();
        await using var watch = new WatchProbe<ImageStream>(Streams, new() { ResourceVersion = seen.Metadata.ResourceVersion });

        var reported = await watch.NextAsync(2);

        Assert.Equal(seen, Assert.IsType<WatchEvent<ImageStream>.Modified>(reported[0]).Previous);
        Assert.Equal(updated, reported[0].Subject());
        Assert.Equal(deleted, Assert.IsType<WatchEvent<ImageStream>.Deleted>(reported[1]).Object);
    }

    [Fact]
    public async Task Reopen_ListInPages_GoesOnAtItsState()
    {
        await Streams.CreateAsync(Stream("shop", "a"));
        var last = await Streams.CreateAsync(Stream("shop", "b"));
        var first = await Streams.ListAsync(new() { Limit = 1 });
        await Streams.DeleteAsync(new("shop", "b"));

        await _file.ReopenAsync();

        Assert.Equal([last], (await Streams.ListAsync(new() { Continue = first.Continue })).Items);
    }

    [Fact]
    public async Task Reopen_ContinueTokenOfAnotherFile_IsInvalid()
    {
        await using var other = new SqliteTestStore();
        foreach (var streams in new[] { Streams, other.Store.Streams })
        {
            await streams.CreateAsync(Stream("shop", "a"));
            await streams.CreateAsync(Stream("shop", "b"));
        }

        var token = (await other.Store.Streams.ListAsync(new() { Limit = 1 })).Continue;

        var failure = await Assert.ThrowsAsync<StoreException>(async () => await Streams.ListAsync(new() { Continue = token }));
        Assert.Equal(StoreFailure.InvalidContinue, failure.Reason);
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, StoreFailure.Expired)]
    public async Task Watch_AsManyChangesAsAreKept_GoesOn(int more, StoreFailure? expected)
    {
        var seen = await Streams.CreateAsync(Stream("shop", "web"));
        await Noise.AddAsync(_file.Store, History + more);
        await _file.ReopenAsync();
        await using var watch = new WatchProbe<ImageStream>(Streams, new() { ResourceVersion = seen.Metadata.ResourceVersion });

        var failure = (await Record.ExceptionAsync(() => watch.NextAsync(History))) as StoreException;

        Assert.Equal(expected, failure?.Reason);
    }

    [Fact]
    public async Task Writes_ManyMoreThanAreKept_RowsStayFew()
    {
        await Noise.AddAsync(_file.Store, History * 5);

        Assert.InRange(await RawSqlite.CountAsync(_file.Path, "imagestreams_revisions"), 1, History + 300);
    }
}
