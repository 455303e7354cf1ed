using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace ImageStreams.Storage;

/// <summary>The dialect of SQLite.</summary>
internal sealed class SqliteDialect : RelationalDialect
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(50);

    private readonly SqliteFile _file;

    public SqliteDialect(SqliteStoreOptions options) => _file = new SqliteFile(options);

    public override string Location => _file.Path;

    public override string NumberType => "INTEGER";

    public override string TextType => "TEXT COLLATE BINARY";

    public override string BytesType => "BLOB";

    public override string TableCount => "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = @p0";

    public override async ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken) =>
        await _file.OpenAsync(cancellationToken).ConfigureAwait(false);

    // BEGIN IMMEDIATE takes the lock of the file, so that the transaction does not read before others have ended.
    public override ValueTask<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken cancellationToken) =>
#pragma warning disable CA1849 // There is no asynchronous call, and SQLite has no asynchronous operations.
        new(((SqliteConnection)connection).BeginTransaction(deferred: false));
#pragma warning restore CA1849

    public override async ValueTask PrepareSchemaAsync(DbTransaction transaction, CancellationToken cancellationToken)
    {
        var command = transaction.Connection!.CreateCommand();
        await using var _ = command.ConfigureAwait(false);
        command.Transaction = transaction;
        command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'imagestreams_%' LIMIT 1";
        if (await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is string foreign)
        {
            throw new StoreException(
                StoreFailure.Damaged,
                $"The file {Location} is not an image stream store: it has a table '{foreign}' of something else. Name another file.");
        }
    }

    public override StoreFailure? Classify(Exception error) => SqliteErrors.Classify(error);

    public override async Task WatchAsync(Action changed, CancellationToken cancellationToken)
    {
        var connection = await _file.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = connection.ConfigureAwait(false);
        var command = connection.CreateCommand();
        await using var __ = command.ConfigureAwait(false);
        // Differs from the last one when another connection, of this process or another one, has committed since.
        command.CommandText = "PRAGMA data_version";
        for (var seen = -1L; ; await Task.Delay(PollInterval, TimeProvider.System, cancellationToken).ConfigureAwait(false))
        {
            var version = (long)(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!;
            if (version != seen)
            {
                seen = version;
                changed();
            }
        }
    }
}
