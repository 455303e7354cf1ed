using System.Collections.Concurrent;
using System.Data.Common;
using ImageStreams.Storage;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ImageStreams.Tests.Sqlite;

/// <summary>SQLite, with transactions whose COMMIT fails after or before it was done.</summary>
internal sealed class BreakingDialect(SqliteStoreOptions options, bool isCommitted) : RelationalDialect
{
    private readonly SqliteDialect _sqlite = new(options);
    private readonly ConcurrentBag<SqliteConnection> _connections = [];
    private int _statements;

    /// <summary>The number of statements that were executed, without the polls of the file's version.</summary>
    public int Statements => Volatile.Read(ref _statements);

    public bool BreakNextCommit { get; set; }

    /// <summary>Called with each statement before it begins.</summary>
    public Action<string> Executing { get; set; } = static _ => { };

    /// <summary>Called when the watch of the file begins.</summary>
    public Action Watching { get; set; } = static () => { };

    public override string Location => _sqlite.Location;

    public override string NumberType => _sqlite.NumberType;

    public override string TextType => _sqlite.TextType;

    public override string BytesType => _sqlite.BytesType;

    public override string TableCount => _sqlite.TableCount;

    public override async ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = (SqliteConnection)await _sqlite.OpenAsync(cancellationToken);
        raw.sqlite3_trace(connection.Handle, (strdelegate_trace)((_, sql) => Begin(sql)), null);
        _connections.Add(connection);
        return connection;
    }

    public override ValueTask<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken cancellationToken) =>
        _sqlite.BeginWriteAsync(connection, cancellationToken);

    public override async Task CommitAsync(DbTransaction transaction, CancellationToken cancellationToken)
    {
        var breaks = BreakNextCommit;
        BreakNextCommit = false;
        if (!breaks || isCommitted)
        {
            await _sqlite.CommitAsync(transaction, cancellationToken);
        }

        if (breaks)
        {
            throw new IOException("The connection broke.");
        }
    }

    public override StoreFailure? Classify(Exception error) => error is IOException ? StoreFailure.Unavailable : _sqlite.Classify(error);

    public override Task WatchAsync(Action changed, CancellationToken cancellationToken)
    {
        Watching();
        return _sqlite.WatchAsync(changed, cancellationToken);
    }

    /// <summary>Closes all connections of the store, which does not notice.</summary>
    public void CloseConnections()
    {
        while (_connections.TryTake(out var connection))
        {
            connection.Close();
        }
    }

    private void Begin(string sql)
    {
        Interlocked.Increment(ref _statements);
        Executing(sql);
    }
}
