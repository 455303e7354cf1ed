using System.Data.Common;
using System.Runtime.CompilerServices;

namespace ImageStreams.Storage;

/// <summary>Reads the objects of one kind as they were at one version.</summary>
internal sealed class StateReader<T>(RelationalDatabase database, StoredObjects<T> objects)
    where T : ApiObject
{
    private const int PageSize = 512;

    /// <summary>Reads the row that describes the store.</summary>
    public Task<StoreHeader> ReadHeaderAsync(CancellationToken cancellationToken) => database.ReadAsync(
        connection => database.ReadHeaderAsync(connection, "", cancellationToken), cancellationToken);

    /// <summary>Reads objects in the order of their keys.</summary>
    /// <param name="version">The version.</param>
    /// <param name="ns">The namespace; null for all.</param>
    /// <param name="after">The key before the first one.</param>
    /// <param name="limit">The most objects; null for no limit.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The objects; null when the state is no longer kept.</returns>
    public async Task<List<T>?> ReadAsync(
        long version, string? ns, ObjectKey after, long? limit, CancellationToken cancellationToken)
    {
        var sql = ns is null ? StoreSql.ListAll : StoreSql.ListNamespace;
        var from = ns is null ? after : after with { Namespace = ns };
        return await ReadAsync(sql, version, from, limit, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads the current state, page by page, at the version that it has at the first of them.</summary>
    /// <param name="ns">The namespace; null for all.</param>
    /// <param name="name">A name, where other objects need not be read; null for all.</param>
    /// <param name="begun">Called with the version.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="StoreException"><see cref="StoreFailure.FellBehind"/>: the state is no longer kept.</exception>
    public async IAsyncEnumerable<T> ReadAllAsync(
        string? ns, string? name, Action<long> begun, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var version = (await ReadHeaderAsync(cancellationToken).ConfigureAwait(false)).Current;
        begun(version);
        var isOne = ns is not null && name is not null;
        var (sql, after) = Begin(ns, name);
        for (var isLast = false; !isLast;)
        {
            var page = await ReadAsync(sql, version, after, PageSize, cancellationToken).ConfigureAwait(false)
                ?? throw StoreErrors.FellBehind(version);
            foreach (var value in page)
            {
                yield return value;
            }

            isLast = isOne || page.Count < PageSize;
            after = isLast ? after : ObjectKey.FromObject(page[^1]);
        }
    }

    private static (StateSql Sql, ObjectKey After) Begin(string? ns, string? name) => (ns, name) switch
    {
        (null, _) => (StoreSql.ListAll, new ObjectKey("", "")),
        (_, null) => (StoreSql.ListNamespace, new ObjectKey(ns, "")),
        _ => (StoreSql.ListOne, new ObjectKey(ns, name)),
    };

    // The versions that are kept are looked up afterwards: then nothing was missing when the rows were read.
    private Task<List<T>?> ReadAsync(
        StateSql sql, long version, ObjectKey from, long? limit, CancellationToken cancellationToken) => database.ReadAsync(
        async connection =>
        {
            var values = await connection.QueryAsync(
                CreateQuery(sql, version, from, limit), Read, cancellationToken).ConfigureAwait(false);
            var header = await database.ReadHeaderAsync(connection, "", cancellationToken).ConfigureAwait(false);
            return header.Compacted <= version ? values : null;
        },
        cancellationToken);

    // No object has a key that cannot be stored, and databases differ in what they answer to one.
    private Statement CreateQuery(StateSql sql, long version, ObjectKey from, long? limit)
    {
        var (kind, ns, name) = StoredText.IsStorable(from)
            ? ((long)objects.Kind, from.Namespace, from.Name)
            : ((long)StoredKind.None, "", "");
        return limit is { } most
            ? new Statement(sql.Page, kind, version, ns, name, most)
            : new Statement(sql.All, kind, version, ns, name);
    }

    private T Read(DbDataReader row) => objects.Parse(
        new ObjectKey(row.GetString(1), row.GetString(2)), row.GetInt64(0), row.GetFieldValue<byte[]>(3), keep: false);
}
