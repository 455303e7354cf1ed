using System.Collections.Concurrent;
using ImageStreams.Storage;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>A store that notes the namespaces that it is asked to list.</summary>
internal sealed class ListedStore<T>(IObjectStore<T> inner) : IObjectStore<T>
    where T : ApiObject
{
    /// <summary>The namespaces of the lists so far; empty for all of them.</summary>
    public ConcurrentQueue<string> Lists { get; } = new();

    public ValueTask<T?> FindAsync(ObjectKey key, CancellationToken cancellationToken = default) => inner.FindAsync(key, cancellationToken);

    public ValueTask<StorePage<T>> ListAsync(ListQuery query, CancellationToken cancellationToken = default)
    {
        Lists.Enqueue(query.Namespace ?? "");
        return inner.ListAsync(query, cancellationToken);
    }

    public ValueTask<T> CreateAsync(T value, CancellationToken cancellationToken = default) => inner.CreateAsync(value, cancellationToken);

    public ValueTask<T> UpdateAsync(T value, CancellationToken cancellationToken = default) => inner.UpdateAsync(value, cancellationToken);

    public ValueTask<T> DeleteAsync(ObjectKey key, DeletePreconditions? preconditions = null, CancellationToken cancellationToken = default) =>
        inner.DeleteAsync(key, preconditions, cancellationToken);

    public IAsyncEnumerable<WatchEvent<T>> WatchAsync(WatchQuery query, CancellationToken cancellationToken = default) =>
        inner.WatchAsync(query, cancellationToken);
}
