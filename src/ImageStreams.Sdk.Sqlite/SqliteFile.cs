using Microsoft.Data.Sqlite;

namespace ImageStreams.Storage;

/// <summary>The file of a store, and the settings of its connections.</summary>
internal sealed class SqliteFile
{
    // SQLite waits up to this time for a lock within one call; the store repeats the call, without holding a thread meanwhile.
    private const int BusyMilliseconds = 500;

    private readonly string _connectionString;
    private readonly string _settings;

    public SqliteFile(SqliteStoreOptions options)
    {
        Path = System.IO.Path.GetFullPath(options.Path.Length == 0 ? "." : options.Path);
        _connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = Path,
            Mode = SqliteOpenMode.ReadWriteCreate,
            Pooling = false,
            DefaultTimeout = 1,
        }.ToString();
        var synchronous = options.Durability == SqliteDurability.Full ? "FULL" : "NORMAL";
        _settings = $"PRAGMA busy_timeout = {BusyMilliseconds}; PRAGMA journal_mode = WAL; PRAGMA synchronous = {synchronous};"
            + options.MoreSettings;
    }

    public string Path { get; }

    public async Task<SqliteConnection> OpenAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path) ?? ".");
        var connection = new SqliteConnection(_connectionString);
        try
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            var command = connection.CreateCommand();
            await using var _ = command.ConfigureAwait(false);
#pragma warning disable CA2100 // Made of constants.
            command.CommandText = _settings;
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}
