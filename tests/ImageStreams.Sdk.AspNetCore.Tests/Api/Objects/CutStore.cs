using System.Runtime.CompilerServices;
using ImageStreams.Storage;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>A store whose first watch ends with an exception.</summary>
internal sealed class CutStore(IObjectStore<ClusterObject> inner, Exception end) : IObjectStore<ClusterObject>
{
    private int _watches;

    /// <summary>The number of watches so far.</summary>
    public int Watches => Volatile.Read(ref _watches);

    public ValueTask<ClusterObject?> FindAsync(ObjectKey key, CancellationToken cancellationToken = default) =>
        inner.FindAsync(key, cancellationToken);

    public ValueTask<StorePage<ClusterObject>> ListAsync(ListQuery query, CancellationToken cancellationToken = default) =>
        inner.ListAsync(query, cancellationToken);

    public ValueTask<ClusterObject> CreateAsync(ClusterObject value, CancellationToken cancellationToken = default) =>
        inner.CreateAsync(value, cancellationToken);

    public ValueTask<ClusterObject> UpdateAsync(ClusterObject value, CancellationToken cancellationToken = default) =>
        inner.UpdateAsync(value, cancellationToken);

    public ValueTask<ClusterObject> DeleteAsync(
        ObjectKey key, DeletePreconditions? preconditions = null, CancellationToken cancellationToken = default) =>
        inner.DeleteAsync(key, preconditions, cancellationToken);

    public async IAsyncEnumerable<WatchEvent<ClusterObject>> WatchAsync(
        WatchQuery query, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (Interlocked.Increment(ref _watches) == 1)
        {
            throw end;
        }

        await foreach (var change in inner.WatchAsync(query, cancellationToken))
        {
            yield return change;
        }
    }
}
