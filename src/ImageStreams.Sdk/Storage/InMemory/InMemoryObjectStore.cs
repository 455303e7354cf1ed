using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace ImageStreams.Storage;

/// <summary>A store of the objects of one kind in memory.</summary>
/// <remarks>
/// <code>
///   writer, in its turn             index      buffer    latest      version      wake
///   reader of one object            index ............. latest
///   reader of a list, watcher                  buffer ◀─ latest ◀─── version ...... subscribe
/// </code>
/// A writer goes from left to right, a reader from right to left, so everything that a reader reads later is at least
/// as new as what it read first. Only the index is ahead of the rest; see <see cref="Find"/>.
/// </remarks>
/// <param name="gate">The gate of the writers, shared with the store's other kinds.</param>
/// <param name="history">The history of the kind, without changes.</param>
/// <param name="timeProvider">The time provider of the bookmarks.</param>
/// <param name="resource">The resource, where there are several of the same type; null for the only one of the type.</param>
internal sealed partial class InMemoryObjectStore<T>(
    WriterGate gate, ChangeHistory<T> history, TimeProvider timeProvider, string? resource = null) : IObjectStore<T>
    where T : ApiObject
{
    private readonly ConcurrentDictionary<ObjectKey, (T Object, long Version)> _index = new(concurrencyLevel: 1, capacity: 31);

    /// <inheritdoc/>
    public ValueTask<T?> FindAsync(ObjectKey key, CancellationToken cancellationToken = default)
    {
        StoreArguments.Require(key);

        return cancellationToken.IsCancellationRequested
            ? ValueTask.FromCanceled<T?>(cancellationToken)
            : new ValueTask<T?>(Find(key));
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<WatchEvent<T>> WatchAsync(WatchQuery query, CancellationToken cancellationToken = default)
    {
        StoreArguments.Require(query);
        return Watch(query, cancellationToken);
    }

    // Two cases need the snapshot: an object in the index may not be published yet, and one missing there may still exist.
    private T? Find(ObjectKey key)
    {
        StoreSteps.Reached(StoreStep.ReadIndex);
        var isIndexed = _index.TryGetValue(key, out var found);
        var latest = history.Latest;
        return isIndexed && found.Version <= latest.Version ? found.Object : latest.Objects.Find(key);
    }

    private async IAsyncEnumerable<WatchEvent<T>> Watch(
        WatchQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var watcher = new Watcher<T>(gate, history, query, timeProvider);
        foreach (var added in watcher.Begin())
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return added;
        }

        while (true)
        {
            yield return await watcher.NextAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
