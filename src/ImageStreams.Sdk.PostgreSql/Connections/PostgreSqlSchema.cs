using System.Data.Common;

namespace ImageStreams.Storage;

/// <summary>Prepares a database for the tables of a store.</summary>
internal sealed class PostgreSqlSchema(string location, string? schema)
{
    // Any number that is the same for all processes.
    private const string Lock = "SELECT pg_advisory_xact_lock(7308327744826992756)";
    private const string Encoding = "SELECT current_setting('server_encoding')";

    /// <summary>Lets one process at a time create or migrate the tables, and creates the schema.</summary>
    /// <exception cref="StoreException"><see cref="StoreFailure.Damaged"/>: the database cannot hold the texts.</exception>
    public async ValueTask PrepareAsync(DbTransaction transaction, CancellationToken cancellationToken)
    {
        await ReadAsync(transaction, Lock, cancellationToken).ConfigureAwait(false);
        var encoding = await ReadAsync(transaction, Encoding, cancellationToken).ConfigureAwait(false);
        if (encoding is not "UTF8")
        {
            throw new StoreException(
                StoreFailure.Damaged,
                $"The store {location} cannot be created: the encoding of the database is {encoding}; use a database with the "
                + "encoding UTF8, such as one of CREATE DATABASE images ENCODING 'UTF8' TEMPLATE template0.");
        }

        if (schema is not null)
        {
            await CreateAsync(transaction, cancellationToken).ConfigureAwait(false);
        }
    }

    // Not by IF NOT EXISTS, which needs the right to create schemas also where there is one.
    private async Task CreateAsync(DbTransaction transaction, CancellationToken cancellationToken)
    {
        if (await ReadAsync(transaction, "SELECT current_schema()", cancellationToken).ConfigureAwait(false) is not string)
        {
            var quoted = schema!.Replace("\"", "\"\"", StringComparison.Ordinal);
            await ReadAsync(transaction, $"CREATE SCHEMA \"{quoted}\"", cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<object?> ReadAsync(DbTransaction transaction, string sql, CancellationToken cancellationToken)
    {
        var command = transaction.Connection!.CreateCommand();
        await using var _ = command.ConfigureAwait(false);
#pragma warning disable CA2100 // Constants, and a name that is quoted.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Transaction = transaction;
        return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
    }
}
