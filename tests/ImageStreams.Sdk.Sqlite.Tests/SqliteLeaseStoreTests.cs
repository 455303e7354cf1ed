using ImageStreams.Storage;
using ImageStreams.Tests.Contracts;

namespace ImageStreams.Tests.Sqlite;

/// <summary>The contract of leases, in a file.</summary>
public sealed class SqliteLeaseStoreTests : LeaseStoreContract, IAsyncLifetime
{
    private readonly SqliteTestStore _file = new();

    protected override ILeaseStore Leases => _file.Store;

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _file.DisposeAsync().AsTask();

    [Fact]
    public async Task TryAcquire_AnotherStoreHasIt_IsNullUntilItExpires()
    {
        await using var other = _file.OpenAnother();
        var lease = await Leases.TryAcquireAsync("shard/1", "one", Term);

        Assert.Null(await other.TryAcquireAsync("shard/1", "two", Term));
        Assert.Equal([lease!], await other.ListAsync("shard/"));
        await PassAsync(Term);

        Assert.Equal(2, (await other.TryAcquireAsync("shard/1", "two", Term))!.Term);
        Assert.False(await Leases.ReleaseAsync(lease!));
    }

    protected override Task PassAsync(TimeSpan time)
    {
        _file.Time.Advance(time);
        return Task.CompletedTask;
    }
}
