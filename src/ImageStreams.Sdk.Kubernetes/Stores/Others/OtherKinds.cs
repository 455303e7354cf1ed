using System.Collections.Concurrent;
using ImageStreams.Clients;
using ImageStreams.Storage;

namespace ImageStreams.Kubernetes;

/// <summary>The other objects of a store: the cluster's own, save the rights of a served API.</summary>
internal sealed class OtherKinds(
    ApiSender sender, KubernetesStoreOptions options, TimeProvider timeProvider, Func<CancellationToken, Task<long>> getVersion)
    : IClusterObjectStore, IAsyncDisposable
{
    private const string Namespaces = "namespaces";
    private const string RightsGroup = ".rbac.authorization.k8s.io";

    private readonly ResourceDiscovery _discovery = new(sender);
    private readonly ConcurrentDictionary<string, IObjectStore<ClusterObject>> _stores = new(StringComparer.Ordinal);
    private readonly InMemoryImageStreamStore _rights = new(timeProvider: timeProvider);

    /// <summary>The clock of waits.</summary>
    public TimeProvider TimeProvider => sender.TimeProvider;

    public IObjectStore<ClusterObject> GetObjects(string resource)
    {
        ArgumentException.ThrowIfNullOrEmpty(resource);

        // A served API would give its users the rights of the cluster, and change those of its administrators.
        return resource.EndsWith(RightsGroup, StringComparison.Ordinal) ? _rights.GetObjects(resource) : _stores.GetOrAdd(resource, Open);
    }

    /// <summary>Finds a resource; null where the cluster has none of the name.</summary>
    /// <exception cref="StoreException">The cluster does not answer.</exception>
    public async Task<ClusterForm?> FindAsync(string resource, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return WellKnownKinds.Find(resource) ?? await _discovery.FindAsync(resource, cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException e) when (StoreFailures.IsPassing(e))
        {
            throw StoreFailures.Unavailable(e);
        }
    }

    /// <summary>Opens the objects of a resource.</summary>
    public KubernetesObjectStore<ClusterObject, ClusterObjectList> Create(ClusterForm form) => new(sender, form, options, timeProvider);

    /// <summary>Gets the version that the cluster is at.</summary>
    public Task<long> GetVersionAsync(CancellationToken cancellationToken) => getVersion(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        foreach (var store in _stores.Values.OfType<IAsyncDisposable>())
        {
            await store.DisposeAsync().ConfigureAwait(false);
        }
    }

    private IObjectStore<ClusterObject> Open(string resource)
    {
        var objects = new DiscoveredObjects(resource, this);
        return resource == Namespaces ? new ReadOnlyObjects(resource, objects) : objects;
    }
}
