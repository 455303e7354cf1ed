using ImageStreams.Storage;

namespace ImageStreams.Kubernetes;

/// <summary>Objects that are created, changed and deleted in the cluster itself.</summary>
internal sealed class ReadOnlyObjects(string resource, DiscoveredObjects objects) : IObjectStore<ClusterObject>, IAsyncDisposable
{
    public ValueTask<ClusterObject?> FindAsync(ObjectKey key, CancellationToken cancellationToken = default) =>
        objects.FindAsync(key, cancellationToken);

    public ValueTask<StorePage<ClusterObject>> ListAsync(ListQuery query, CancellationToken cancellationToken = default) =>
        objects.ListAsync(query, cancellationToken);

    public IAsyncEnumerable<WatchEvent<ClusterObject>> WatchAsync(WatchQuery query, CancellationToken cancellationToken = default) =>
        objects.WatchAsync(query, cancellationToken);

    public ValueTask<ClusterObject> CreateAsync(ClusterObject value, CancellationToken cancellationToken = default) =>
        ValueTask.FromException<ClusterObject>(StoreFailures.KeptByCluster(resource));

    public ValueTask<ClusterObject> UpdateAsync(ClusterObject value, CancellationToken cancellationToken = default) =>
        ValueTask.FromException<ClusterObject>(StoreFailures.KeptByCluster(resource));

    public ValueTask<ClusterObject> DeleteAsync(
        ObjectKey key, DeletePreconditions? preconditions = null, CancellationToken cancellationToken = default) =>
        ValueTask.FromException<ClusterObject>(StoreFailures.KeptByCluster(resource));

    public ValueTask DisposeAsync() => objects.DisposeAsync();
}
