using System.Data.Common;
using ImageStreams.Storage;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ImageStreams.Tests.Sqlite;

/// <summary>SQLite, with transactions whose COMMIT fails after or before it was done.</summary>
internal sealed class BreakingDialect(SqliteStoreOptions options, bool isCommitted) : RelationalDialect
{
    private readonly SqliteDialect _sqlite = new(options);
    private int _statements;

    /// <summary>The number of statements that were executed, without the polls of the file's version.</summary>
    public int Statements => Volatile.Read(ref _statements);

    public bool BreakNextCommit { get; set; }

    public override string Location => _sqlite.Location;

    public override string NumberType => _sqlite.NumberType;

    public override string TextType => _sqlite.TextType;

    public override string BytesType => _sqlite.BytesType;

    public override string TableCount => _sqlite.TableCount;

    public override async ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = (SqliteConnection)await _sqlite.OpenAsync(cancellationToken);
        raw.sqlite3_trace(connection.Handle, (strdelegate_trace)((_, _) => Interlocked.Increment(ref _statements)), null);
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

    public override Task WatchAsync(Action changed, CancellationToken cancellationToken) => _sqlite.WatchAsync(changed, cancellationToken);
}
