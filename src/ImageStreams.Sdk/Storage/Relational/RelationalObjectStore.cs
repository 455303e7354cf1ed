using System.Globalization;
using System.Runtime.CompilerServices;

namespace ImageStreams.Storage;

/// <summary>A store of the objects of one kind in a database.</summary>
internal sealed partial class RelationalObjectStore<T>(
    RelationalDatabase database,
    StoredObjects<T> objects,
    ChangeReader reader,
    WriteQueue queue,
    ChangeFeed feed,
    TimeProvider timeProvider) : IObjectStore<T>
    where T : ApiObject
{
    private readonly StateReader<T> _states = new(database, objects);
    private readonly string _scope = StoredKinds.IsResource(objects.Kind)
        ? string.Create(CultureInfo.InvariantCulture, $":{(long)objects.Kind}")
        : "";

    /// <inheritdoc/>
    public async ValueTask<T?> FindAsync(ObjectKey key, CancellationToken cancellationToken = default)
    {
        StoreArguments.Require(key);
        cancellationToken.ThrowIfCancellationRequested();
        if (!StoredText.IsStorable(key))
        {
            return null;
        }

        var cached = objects.Cache.Find(key);
        var query = new Statement(StoreSql.Find, (long)objects.Kind, key.Namespace, key.Name, cached.Version);
        var found = await database.ReadAsync(
            connection => connection.QueryAsync(query, row => objects.Read(key, row, cached), cancellationToken),
            cancellationToken).ConfigureAwait(false);
        return found.Count == 0 ? null : found[0];
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<WatchEvent<T>> WatchAsync(WatchQuery query, CancellationToken cancellationToken = default)
    {
        StoreArguments.Require(query);
        return Watch(query, cancellationToken);
    }

    private async IAsyncEnumerable<WatchEvent<T>> Watch(
        WatchQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        feed.Join();
        try
        {
            var watcher = new RelationalWatcher<T>(objects, reader, feed, _states, query, timeProvider);
            await foreach (var added in watcher.BeginAsync(cancellationToken).ConfigureAwait(false))
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return added;
            }

            while (true)
            {
                yield return await watcher.NextAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            feed.Leave();
        }
    }
}
