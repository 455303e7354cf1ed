using System.Data.Common;
using System.Security.Cryptography;

namespace ImageStreams.Storage;

/// <summary>Executes the transactions of writes, one after the other on one connection.</summary>
/// <remarks>
/// <para><b>Order.</b> A transaction first takes the lock that all writers of all processes take — that of the database, or that
/// of the only row of <c>imagestreams_store</c> — and then numbers its changes from the version in that row. It holds the lock
/// until it is committed. So two transactions that overlap are committed in the order in which they got the lock, whichever began
/// first; nobody sees version N + 1 before version N, and no number is skipped, as one that is rolled back gives its numbers back
/// together with the row. Readers that have seen all changes up to N thus need nothing but those greater than N.</para>
/// <para><b>Outcome.</b> When the connection breaks during COMMIT, the database may have committed or not. A new connection then
/// takes the lock, which waits until a server has ended what is left of the old connection, and looks whether the first version of
/// the transaction has its random number.</para>
/// </remarks>
internal sealed class WriteTransactions(RelationalDatabase database, int history, TimeProvider timeProvider) : IAsyncDisposable
{
    private StoreConnection? _connection;

    /// <summary>Commits writes. After an error, they were not written, unless it says that this is unknown.</summary>
    public async Task<WriteBatch> CommitAsync(List<StoreWork> works)
    {
        var isDone = false;
        try
        {
            await KeepConnectionAsync(keep: _connection is not { IsOpen: false }).ConfigureAwait(false);
            _connection ??= await database.ConnectAsync(CancellationToken.None).ConfigureAwait(false);
            var batch = await CommitAsync(_connection, works).ConfigureAwait(false);
            isDone = true;
            return batch;
        }
        finally
        {
            await KeepConnectionAsync(isDone).ConfigureAwait(false);
        }
    }

    public ValueTask DisposeAsync() => KeepConnectionAsync(keep: false);

    private async Task<WriteBatch> CommitAsync(StoreConnection connection, List<StoreWork> works)
    {
        var transaction = await database.Dialect.BeginWriteAsync(connection.Connection, CancellationToken.None).ConfigureAwait(false);
        await using var _ = transaction.ConfigureAwait(false);
        connection.Transaction = transaction;
        var batch = await BeginAsync(connection, works).ConfigureAwait(false);
        works.ForEach(work => work.Decide(batch));
        if (!batch.IsEmpty)
        {
            await connection.ExecuteAsync(batch.Finish(database.Dialect.Announcement), CancellationToken.None).ConfigureAwait(false);
            await EndAsync(transaction, batch).ConfigureAwait(false);
        }

        connection.Transaction = null;
        return batch;
    }

    private async Task<WriteBatch> BeginAsync(StoreConnection connection, List<StoreWork> works)
    {
        var header = await database.ReadHeaderAsync(
            connection, database.Dialect.RowLock, CancellationToken.None).ConfigureAwait(false);
        var time = works.Exists(work => work.NeedsTime)
            ? await StoreClock.ReadAsync(database.Dialect, connection, timeProvider).ConfigureAwait(false)
            : default;
        var queries = works.Select(work => (Work: work, Query: work.Begin())).Where(pair => pair.Query is not null).ToList();
        await connection.QueryEachAsync(
            [.. queries.Select(pair => pair.Query!.Value)],
            (index, row) => queries[index].Work.Take(row),
            CancellationToken.None).ConfigureAwait(false);
        return new WriteBatch(header, history, BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long))), time);
    }

    private async Task EndAsync(DbTransaction transaction, WriteBatch batch)
    {
        try
        {
            await database.Dialect.CommitAsync(transaction, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e) when (database.Errors.Classify(e) is not null)
        {
            await KeepConnectionAsync(keep: false).ConfigureAwait(false);
            if (!await IsCommittedAsync(batch, e).ConfigureAwait(false))
            {
                throw;
            }
        }
    }

    // State and leases have no versions; what is written of them may be written again.
    private async Task<bool> IsCommittedAsync(WriteBatch batch, Exception cause)
    {
        if (batch.Changes.Count == 0)
        {
            return false;
        }

        try
        {
            return await database.RetryAsync(() => FindAsync(batch), CancellationToken.None).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever prevents an answer, the write must not be repeated.
        catch (Exception)
#pragma warning restore CA1031
        {
            throw new UnknownOutcomeException(database.Errors.UnknownOutcome(cause));
        }
    }

    private async Task<bool> FindAsync(WriteBatch batch)
    {
        var connection = await database.ConnectAsync(CancellationToken.None).ConfigureAwait(false);
        await using var _ = connection.ConfigureAwait(false);
        var transaction = await database.Dialect.BeginWriteAsync(connection.Connection, CancellationToken.None).ConfigureAwait(false);
        await using var __ = transaction.ConfigureAwait(false);
        connection.Transaction = transaction;
        var header = await database.ReadHeaderAsync(
            connection, database.Dialect.RowLock, CancellationToken.None).ConfigureAwait(false);
        var numbers = await connection.QueryAsync(
            new Statement(StoreSql.Batch, batch.Changes[0].Version), row => row.GetInt64(0), CancellationToken.None).ConfigureAwait(false);
        return numbers.Contains(batch.Number) || (numbers.Count == 0 && RequireKept(header, batch));
    }

    // A row that is not there was not committed, unless others have written so much since that it was forgotten.
    private static bool RequireKept(StoreHeader header, WriteBatch batch) => header.Compacted < batch.Changes[0].Version
        ? false
        : throw new StoreException(StoreFailure.Expired, "The transaction is no longer kept.");

    private async ValueTask KeepConnectionAsync(bool keep)
    {
        if (!keep && Interlocked.Exchange(ref _connection, null) is { } broken)
        {
            await broken.DisposeAsync().ConfigureAwait(false);
        }
    }
}
