using ImageStreams.Storage;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>A store in which another writer is faster than each update or deletion, once for each object.</summary>
internal sealed class OvertakenStore(IObjectStore<ClusterObject> inner, Func<ClusterObject, Task> overtake) : IObjectStore<ClusterObject>
{
    private readonly HashSet<ObjectKey> _overtaken = [];

    public ValueTask<ClusterObject?> FindAsync(ObjectKey key, CancellationToken cancellationToken = default) =>
        inner.FindAsync(key, cancellationToken);

    public ValueTask<StorePage<ClusterObject>> ListAsync(ListQuery query, CancellationToken cancellationToken = default) =>
        inner.ListAsync(query, cancellationToken);

    public ValueTask<ClusterObject> CreateAsync(ClusterObject value, CancellationToken cancellationToken = default) =>
        inner.CreateAsync(value, cancellationToken);

    public async ValueTask<ClusterObject> UpdateAsync(ClusterObject value, CancellationToken cancellationToken = default)
    {
        await OvertakeAsync(ObjectKey.FromObject(value));
        return await inner.UpdateAsync(value, cancellationToken);
    }

    public async ValueTask<ClusterObject> DeleteAsync(
        ObjectKey key, DeletePreconditions? preconditions = null, CancellationToken cancellationToken = default)
    {
        await OvertakeAsync(key);
        return await inner.DeleteAsync(key, preconditions, cancellationToken);
    }

    public IAsyncEnumerable<WatchEvent<ClusterObject>> WatchAsync(WatchQuery query, CancellationToken cancellationToken = default) =>
        inner.WatchAsync(query, cancellationToken);

    private async Task OvertakeAsync(ObjectKey key)
    {
        if (_overtaken.Add(key) && await inner.FindAsync(key) is { } current)
        {
            await overtake(current);
        }
    }
}
