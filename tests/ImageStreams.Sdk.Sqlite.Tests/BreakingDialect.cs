using System.Data.Common;
using ImageStreams.Storage;

namespace ImageStreams.Tests.Sqlite;

/// <summary>SQLite, with transactions whose COMMIT fails after or before it was done.</summary>
internal sealed class BreakingDialect(SqliteStoreOptions options, bool isCommitted) : RelationalDialect
{
    private readonly SqliteDialect _sqlite = new(options);

    public bool BreakNextCommit { get; set; }

    public override string Location => _sqlite.Location;

    public override string NumberType => _sqlite.NumberType;

    public override string TextType => _sqlite.TextType;

    public override string BytesType => _sqlite.BytesType;

    public override string TableCount => _sqlite.TableCount;

    public override ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken) => _sqlite.OpenAsync(cancellationToken);

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
