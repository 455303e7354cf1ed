using System.Data.Common;
using Npgsql;

namespace ImageStreams.Storage;

/// <summary>The SQL, the connections and the notifications of PostgreSQL.</summary>
internal sealed class PostgreSqlDialect : RelationalDialect
{
    private readonly NpgsqlDataSource _source;
    private readonly bool _ownsSource;
    private readonly PostgreSqlSessions _sessions;
    private readonly PostgreSqlSchema _schema;
    private readonly TimeSpan _pollInterval;

    /// <param name="source">The data source.</param>
    /// <param name="ownsSource">True to dispose of it with the store.</param>
    /// <param name="options">The valid options.</param>
    public PostgreSqlDialect(NpgsqlDataSource source, bool ownsSource, PostgreSqlStoreOptions options)
    {
        (_source, _ownsSource, _pollInterval) = (source, ownsSource, options.PollInterval);
        Location = FindLocation(source.ConnectionString, options.Schema);
        _sessions = new PostgreSqlSessions(source, Location, options.Schema, options.CommandTimeout);
        _schema = new PostgreSqlSchema(Location, options.Schema);
    }

    public override string Location { get; }

    public override string NumberType => "bigint";

    public override string TextType => "text COLLATE \"C\"";

    public override string BytesType => "bytea";

    public override string RowLock => " FOR UPDATE";

    public override string TableCount => "SELECT count(to_regclass(@p0::text))";

    public override string Announcement => $"SELECT pg_notify('{NotificationListener.Channel}', current_schema())";

    public override string ClockQuery => "SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint";

    public override async ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken) =>
        await _sessions.OpenAsync(cancellationToken).ConfigureAwait(false);

    // READ COMMITTED: a statement after the lock of the row sees what was committed before the lock was got.
    public override async ValueTask<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken cancellationToken) =>
        await connection.BeginTransactionAsync(System.Data.IsolationLevel.ReadCommitted, cancellationToken).ConfigureAwait(false);

    public override ValueTask PrepareSchemaAsync(DbTransaction transaction, CancellationToken cancellationToken) =>
        _schema.PrepareAsync(transaction, cancellationToken);

    public override StoreFailure? Classify(Exception error) => PostgreSqlFailures.Classify(error);

    public override async Task WatchAsync(Action changed, CancellationToken cancellationToken)
    {
        var connection = await _sessions.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = connection.ConfigureAwait(false);
        await new NotificationListener(connection).RunAsync(changed, _pollInterval, cancellationToken).ConfigureAwait(false);
    }

    public override async ValueTask DisposeAsync()
    {
        if (_ownsSource)
        {
            await _source.DisposeAsync().ConfigureAwait(false);
        }

        await base.DisposeAsync().ConfigureAwait(false);
    }

    private static string FindLocation(string connectionString, string? schema)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        var port = settings.Host?.Contains(':', StringComparison.Ordinal) == true ? "" : $":{settings.Port}";
        var database = settings.Database ?? settings.Username;
        return $"{settings.Host}{port}/{database}{(schema is null ? "" : $" (schema {schema})")}";
    }
}
