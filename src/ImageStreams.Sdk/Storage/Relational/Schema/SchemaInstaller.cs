namespace ImageStreams.Storage;

/// <summary>Creates the tables of a new database, and migrates those of an older version of the library.</summary>
internal sealed class SchemaInstaller(RelationalDialect dialect, RelationalErrors errors)
{
    private static readonly Statement Schema = new(StoreSql.Schema);

    /// <summary>Brings the database to the version of the schema that this library knows.</summary>
    /// <returns>The identity of the store.</returns>
    /// <exception cref="StoreException"><see cref="StoreFailure.NewerSchema"/> or <see cref="StoreFailure.Damaged"/>.</exception>
    public async Task<string> InstallAsync(StoreConnection connection, CancellationToken cancellationToken)
    {
        var (version, id) = await FindAsync(connection, cancellationToken).ConfigureAwait(false);
        return version == StoreSchema.Migrations.Count
            ? id
            : await MigrateAsync(connection, cancellationToken).ConfigureAwait(false);
    }

    // Version 0 where there are no tables yet. Nothing is written, so a store that is read-only can be read.
    private async Task<(long Version, string Id)> FindAsync(StoreConnection connection, CancellationToken cancellationToken)
    {
        var tables = await connection.QueryAsync(
            new Statement(dialect.TableCount, "imagestreams_store"), row => row.GetInt64(0), cancellationToken).ConfigureAwait(false);
        if (tables[0] == 0)
        {
            return (0, "");
        }

        var rows = await connection.QueryAsync(
            Schema, row => (row.GetInt64(0), row.GetString(1)), cancellationToken).ConfigureAwait(false);
        return Check(rows.Count == 1 ? rows[0] : throw errors.Damaged("the table imagestreams_store has not one row."));
    }

    private (long Version, string Id) Check((long Version, string Id) found) =>
        found.Version <= StoreSchema.Migrations.Count ? found : throw errors.NewerSchema(found.Version);

    // Another process may have done it since the version was read: it is read again under the lock of the transaction.
    private async Task<string> MigrateAsync(StoreConnection connection, CancellationToken cancellationToken)
    {
        var transaction = await dialect.BeginWriteAsync(connection.Connection, cancellationToken).ConfigureAwait(false);
        await using var _ = transaction.ConfigureAwait(false);
        connection.Transaction = transaction;
        await dialect.PrepareSchemaAsync(transaction, cancellationToken).ConfigureAwait(false);
        var (version, id) = await FindAsync(connection, cancellationToken).ConfigureAwait(false);
        id = version == 0 ? Guid.NewGuid().ToString("N") : id;
        await connection.ExecuteAsync(Steps(version, id), cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        connection.Transaction = null;
        return id;
    }

    private List<Statement> Steps(long version, string id)
    {
        var steps = StoreSchema.Migrations.Skip((int)version).SelectMany(statements => statements)
            .Select(statement => new Statement(StoreSchema.Translate(statement, dialect))).ToList();
        if (version == 0)
        {
            steps.Add(new Statement(StoreSchema.FirstRow, id));
        }

        steps.Add(new Statement(StoreSchema.SetVersion, (long)StoreSchema.Migrations.Count));
        return steps;
    }
}
