using System.Data.Common;

namespace ImageStreams.Storage;

/// <summary>Reads changes of all kinds from the database.</summary>
internal sealed class ChangeReader(
    RelationalDatabase database, StoredObjects<ImageStream> streams, StoredObjects<Image> images, StoredResources others)
{
    /// <summary>The most changes that are read at once.</summary>
    public const int PageSize = 256;

    /// <summary>Reads the row that describes the store.</summary>
    public Task<StoreHeader> ReadHeaderAsync(CancellationToken cancellationToken) => database.ReadAsync(
        connection => database.ReadHeaderAsync(connection, "", cancellationToken), cancellationToken);

    /// <summary>Reads a page of the changes after a version up to another one.</summary>
    public Task<List<StoreChange>> ReadAsync(long after, long upTo, CancellationToken cancellationToken) =>
        ReadAsync(new Statement(StoreSql.Changes, after, upTo, (long)PageSize), cancellationToken);

    /// <summary>Reads a page of the changes of one kind.</summary>
    public Task<List<StoreChange>> ReadAsync(StoredKind kind, long after, long upTo, CancellationToken cancellationToken) =>
        ReadAsync(new Statement(StoreSql.ChangesOfKind, after, upTo, (long)PageSize, (long)kind), cancellationToken);

    private Task<List<StoreChange>> ReadAsync(Statement query, CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection.QueryAsync(query, Read, cancellationToken), cancellationToken);

    private StoreChange Read(DbDataReader row) => (StoredKind)row.GetInt64(1) switch
    {
        StoredKind.Stream => Read(streams, row),
        StoredKind.Image => Read(images, row),
        var kind when StoredKinds.IsResource(kind) => Read(others.Get(kind), row),
        _ => throw database.Errors.Damaged($"the change {row.GetInt64(0)} is of no known kind."),
    };

    private static ObjectChange<T> Read<T>(StoredObjects<T> objects, DbDataReader row)
        where T : ApiObject
    {
        var key = new ObjectKey(row.GetString(2), row.GetString(3));
        var (version, type, previous) = (row.GetInt64(0), (StoredChangeType)row.GetInt64(4), row.GetInt64(5));
        var (body, former) = (ReadBody(row, 6), ReadBody(row, 7));
        var isWhole = type == StoredChangeType.Added || former is not null;
        return new ObjectChange<T>(objects.Kind, version, key, Parse, (body?.Length ?? 0) + (former?.Length ?? 0), isWhole);

        WatchEvent<T> Parse() => StoredChanges.Create(
            type,
            version,
            body is null ? null : objects.Parse(key, version, body, keep: true),
            former is null ? null : objects.Parse(key, previous, former, keep: false));
    }

    private static byte[]? ReadBody(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<byte[]>(column);
}
