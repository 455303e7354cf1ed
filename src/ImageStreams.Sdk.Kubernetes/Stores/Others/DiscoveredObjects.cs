using System.Runtime.CompilerServices;
using ImageStreams.Storage;

namespace ImageStreams.Kubernetes;

/// <summary>The objects of a resource that a cluster may have; none as long as it has not.</summary>
internal sealed class DiscoveredObjects(string resource, OtherKinds kinds) : IObjectStore<ClusterObject>, IAsyncDisposable
{
    private static readonly TimeSpan WaitTime = TimeSpan.FromMinutes(1);

    private KubernetesObjectStore<ClusterObject, ClusterObjectList>? _found;

    public async ValueTask<ClusterObject?> FindAsync(ObjectKey key, CancellationToken cancellationToken = default) =>
        await OpenAsync(cancellationToken).ConfigureAwait(false) is { } found
            ? await found.FindAsync(key, cancellationToken).ConfigureAwait(false)
            : null;

    public async ValueTask<StorePage<ClusterObject>> ListAsync(ListQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (await OpenAsync(cancellationToken).ConfigureAwait(false) is { } found)
        {
            return await found.ListAsync(query, cancellationToken).ConfigureAwait(false);
        }

        var version = await kinds.GetVersionAsync(cancellationToken).ConfigureAwait(false);
        return new StorePage<ClusterObject> { Items = [], ResourceVersion = StoredVersions.Format(version) };
    }

    public async ValueTask<ClusterObject> CreateAsync(ClusterObject value, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(value);
        var found = await OpenAsync(cancellationToken).ConfigureAwait(false) ?? throw StoreFailures.NoResource(resource);
        return await found.CreateAsync(value, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<ClusterObject> UpdateAsync(ClusterObject value, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(value);
        var found = await OpenAsync(cancellationToken).ConfigureAwait(false)
            ?? throw StoreFailures.NotFound(resource, ObjectKey.FromObject(value));
        return await found.UpdateAsync(value, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<ClusterObject> DeleteAsync(
        ObjectKey key, DeletePreconditions? preconditions = null, CancellationToken cancellationToken = default)
    {
        var found = await OpenAsync(cancellationToken).ConfigureAwait(false) ?? throw StoreFailures.NotFound(resource, key);
        return await found.DeleteAsync(key, preconditions, cancellationToken).ConfigureAwait(false);
    }

    public async IAsyncEnumerable<WatchEvent<ClusterObject>> WatchAsync(
        WatchQuery query, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        KubernetesObjectStore<ClusterObject, ClusterObjectList>? found;
        while ((found = await OpenAsync(cancellationToken).ConfigureAwait(false)) is null)
        {
            // Somebody may create the definition of the resource.
            await Task.Delay(WaitTime, kinds.TimeProvider, cancellationToken).ConfigureAwait(false);
        }

        await foreach (var change in found.WatchAsync(query, cancellationToken).ConfigureAwait(false))
        {
            yield return change;
        }
    }

    public ValueTask DisposeAsync() => _found?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async ValueTask<KubernetesObjectStore<ClusterObject, ClusterObjectList>?> OpenAsync(CancellationToken cancellationToken)
    {
        if (_found is null && await kinds.FindAsync(resource, cancellationToken).ConfigureAwait(false) is { } form)
        {
            // Another caller may have found it in the meantime.
            var created = kinds.Create(form);
            if (Interlocked.CompareExchange(ref _found, created, null) is not null)
            {
                await created.DisposeAsync().ConfigureAwait(false);
            }
        }

        return _found;
    }
}
