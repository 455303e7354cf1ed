using System.Data;
using System.Data.Common;

namespace ImageStreams.Storage;

/// <summary>A connection, its transaction, and the commands that it has prepared.</summary>
internal sealed class StoreConnection(DbConnection connection) : IAsyncDisposable
{
    private readonly Dictionary<string, DbCommand> _commands = new(StringComparer.Ordinal);

    public DbConnection Connection => connection;

    /// <summary>False when it was lost while nobody used it, where the database notices that.</summary>
    public bool IsOpen => connection.State == ConnectionState.Open;

    /// <summary>The transaction of the next statements; null for one of its own for each.</summary>
    public DbTransaction? Transaction { get; set; }

    public async Task<int> ExecuteAsync(Statement statement, CancellationToken cancellationToken) =>
        await Prepare(statement).ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>Reads all rows of a query.</summary>
    public async Task<List<T>> QueryAsync<T>(Statement statement, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        var rows = new List<T>();
        var reader = await Prepare(statement).ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                rows.Add(read(reader));
            }
        }

        return rows;
    }

    /// <summary>Executes statements in order, in one message where the database can.</summary>
    public async Task ExecuteAsync(IReadOnlyList<Statement> statements, CancellationToken cancellationToken)
    {
        if (connection.CanCreateBatch && statements.Count > 1)
        {
            var batch = StatementParameters.CreateBatch(connection, Transaction, statements);
            await using var _ = batch.ConfigureAwait(false);
            await batch.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            return;
        }

        foreach (var statement in statements)
        {
            await ExecuteAsync(statement, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Executes queries in order, in one message where the database can.</summary>
    /// <param name="queries">The queries.</param>
    /// <param name="read">Reads one row of the query with this index.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public async Task QueryEachAsync(
        IReadOnlyList<Statement> queries, Action<int, DbDataReader> read, CancellationToken cancellationToken)
    {
        if (connection.CanCreateBatch && queries.Count > 1)
        {
            var batch = StatementParameters.CreateBatch(connection, Transaction, queries);
            await using var _ = batch.ConfigureAwait(false);
            await ReadBatchAsync(batch, read, cancellationToken).ConfigureAwait(false);
            return;
        }

        for (var i = 0; i < queries.Count; i++)
        {
            var index = i;
            await QueryAsync(queries[i], row => Call(read, index, row), cancellationToken).ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in _commands.Values)
        {
            await command.DisposeAsync().ConfigureAwait(false);
        }

        await connection.DisposeAsync().ConfigureAwait(false);
    }

    private static async Task ReadBatchAsync(DbBatch batch, Action<int, DbDataReader> read, CancellationToken cancellationToken)
    {
        var reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = reader.ConfigureAwait(false);
        var index = 0;
        do
        {
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                read(index, reader);
            }

            index++;
        }
        while (await reader.NextResultAsync(cancellationToken).ConfigureAwait(false));
    }

    private static bool Call(Action<int, DbDataReader> read, int index, DbDataReader row)
    {
        read(index, row);
        return true;
    }

    private DbCommand Prepare(Statement statement)
    {
        if (!_commands.TryGetValue(statement.Sql, out var command))
        {
            command = connection.CreateCommand();
#pragma warning disable CA2100 // One of the constants of StoreSql or StoreSchema; all values are parameters.
            command.CommandText = statement.Sql;
#pragma warning restore CA2100
            StatementParameters.Add(command.Parameters, command.CreateParameter, statement.Values);
            _commands.Add(statement.Sql, command);
        }

        command.Transaction = Transaction;
        for (var i = 0; i < statement.Values.Length; i++)
        {
            command.Parameters[i].Value = statement.Values[i];
        }

        return command;
    }
}
