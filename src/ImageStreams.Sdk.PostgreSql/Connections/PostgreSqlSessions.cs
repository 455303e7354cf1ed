using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace ImageStreams.Storage;

/// <summary>Opens connections with the settings that the store relies on.</summary>
internal sealed class PostgreSqlSessions(NpgsqlDataSource source, string location, string? schema, TimeSpan commandTimeout)
{
    // A writer that has vanished in mid-transaction holds up all others no longer than that.
    private const string IdleTransactionMilliseconds = "30000";

    // One round trip. Acknowledged writes are on the server's disk, whatever its default is.
    private const string Settings =
        "SELECT set_config('search_path', coalesce($1, current_setting('search_path')), false), "
        + "set_config('statement_timeout', $2, false), "
        + "set_config('idle_in_transaction_session_timeout', $3, false), "
        + "set_config('synchronous_commit', replace(current_setting('synchronous_commit'), 'off', 'on'), false), "
        + "set_config('jit', 'off', false), pg_is_in_recovery()";

    private const int IsStandby = 5;
    private volatile bool _hasOpened;

    /// <summary>Opens a connection to the primary.</summary>
    /// <exception cref="InvalidOperationException">The server has refused the user or the database, and has never accepted
    /// them.</exception>
    /// <exception cref="StoreException">The server is a standby: <see cref="StoreFailure.ReadOnly"/> at first, and
    /// <see cref="StoreFailure.Unavailable"/> after a primary was there, as during a failover.</exception>
    public async ValueTask<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = source.CreateConnection();
        try
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            await ConfigureAsync(connection, cancellationToken).ConfigureAwait(false);
            _hasOpened = true;
            return connection;
        }
        catch (Exception e)
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            if (!_hasOpened && PostgreSqlFailures.IsConfiguration(e))
            {
                throw new InvalidOperationException($"The store {location} cannot be opened: {e.Message}", e);
            }

            throw;
        }
    }

    private async Task ConfigureAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(Settings, connection)
        {
            Parameters =
            {
                new NpgsqlParameter { Value = (object?)Quote(schema) ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text },
                new NpgsqlParameter { Value = commandTimeout.TotalMilliseconds.ToString("F0", CultureInfo.InvariantCulture) },
                new NpgsqlParameter { Value = IdleTransactionMilliseconds },
            },
        };
        await using var _ = command.ConfigureAwait(false);
        var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var __ = reader.ConfigureAwait(false);
        await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        if (reader.GetBoolean(IsStandby))
        {
            throw new StoreException(
                _hasOpened ? StoreFailure.Unavailable : StoreFailure.ReadOnly,
                $"The store {location} does not accept writes: the server is a standby; connect to the primary, "
                + "or list all servers in Host.");
        }
    }

    private static string? Quote(string? name) =>
        name is null ? null : $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
