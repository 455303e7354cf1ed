using ImageStreams.Storage;
using ImageStreams.Tests.PostgreSql.Servers;
using ImageStreams.Tests.Storage;
using static ImageStreams.Tests.Storage.StoreObjects;

namespace ImageStreams.Tests.PostgreSql.Failures;

/// <summary>Transactions that are held open and commit in another order than they began.</summary>
[Collection(PostgreSqlCollection.Name)]
public sealed class CommitOrderTests(PostgreSqlFixture fixture) : IAsyncLifetime
{
    private readonly string _schema = fixture.NextSchema();
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _release = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private HeldStore? _held;
    private PostgreSqlImageStreamStore? _other;

    public async Task InitializeAsync()
    {
        _held = HeldStore.Create(fixture.Server, _schema);
        _other = fixture.CreateStore(_schema);
        await _held.OpenAsync();
    }

    public async Task DisposeAsync()
    {
        await _other!.DisposeAsync();
        await _held!.DisposeAsync();
    }

    [PostgreSqlFact]
    public async Task Watch_FirstTransactionCommitsLast_ReportsInTheOrderOfTheCommits()
    {
        await using var watch = new WatchProbe<ImageStream>(_other!.Streams, new() { ResourceVersion = "1" });
        _held!.Dialect.Begun = async _ =>
        {
            _begun.SetResult();
            await _release.Task;
        };

        var slow = _held.Streams.CreateAsync(Stream("shop", "slow")).AsTask();
        await _begun.Task;
        var fast = await _other.Streams.CreateAsync(Stream("shop", "fast"));
        Assert.Equal(fast, (await watch.NextAsync()).Subject());
        Assert.False(slow.IsCompleted);
        _release.SetResult();

        Assert.Equal(await slow, (await watch.NextAsync()).Subject());
        Assert.Equal((2, 3), (fast.Version(), (await slow).Version()));
    }

    [PostgreSqlFact]
    public async Task Watch_SecondTransactionWaitsForTheFirst_SeesNoVersionBeforeAnEarlierOne()
    {
        await using var watch = new WatchProbe<ImageStream>(_other!.Streams, new() { ResourceVersion = "1" });
        watch.Begin();
        _held!.Dialect.Begun = async transaction =>
        {
            await using var command = transaction.Connection!.CreateCommand();
            (command.Transaction, command.CommandText) = (transaction, "SELECT 1 FROM imagestreams_store FOR UPDATE");
            await command.ExecuteScalarAsync();
            _begun.SetResult();
            await _release.Task;
        };

        var first = _held.Streams.CreateAsync(Stream("shop", "first")).AsTask();
        await _begun.Task;
        var second = _other.Streams.CreateAsync(Stream("shop", "second")).AsTask();
        await Eventually.TrueAsync(async () => await CountWaitingAsync() == 1);
        Assert.False(second.IsCompleted);
        Assert.True(watch.Waits);
        _release.SetResult();

        Assert.Equal((2, 3), ((await first).Version(), (await second).Version()));
        Assert.Equal([await first, await second], (await watch.NextAsync(2)).Select(change => change.Subject()));
    }

    [PostgreSqlFact]
    public async Task Versions_TransactionRolledBack_LeaveNoGap()
    {
        _held!.Dialect.Begun = static transaction => transaction.RollbackAsync();
        await Assert.ThrowsAnyAsync<Exception>(async () => await _held.Streams.CreateAsync(Stream("shop", "never")));

        Assert.Equal(2, (await _other!.Streams.CreateAsync(Stream("shop", "first"))).Version());
    }

    private async Task<long> CountWaitingAsync() => (long)(await fixture.Server.RunAsync(
        "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%imagestreams_store%'"))!;
}
