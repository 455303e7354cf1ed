using ImageStreams.Registries;
using ImageStreams.Storage;

namespace ImageStreams.Testing.Server;

/// <summary>The parts of a cluster that are there before its application.</summary>
internal sealed class ClusterParts : IAsyncDisposable
{
    private ClusterParts(FakeClusterOptions options, LoopbackRegistryServer registry, IImageStreamStore store, IClusterObjectStore objects)
    {
        (Registry, Store, Objects) = (registry, store, objects);
        RegistryClient = registry.Registry.CreateClient();
        Log = new ClusterRequestLog(options.MaxRequests);
        Faults = new ClusterFaults();
    }

    public LoopbackRegistryServer Registry { get; }

    public HttpRegistryClient RegistryClient { get; }

    public IImageStreamStore Store { get; }

    public IClusterObjectStore Objects { get; }

    public ClusterRequestLog Log { get; }

    public ClusterFaults Faults { get; }

    /// <summary>The servers of APIServices; null when the cluster does not ask them.</summary>
    public ClusterAggregator? Aggregator { get; private init; }

    /// <summary>Creates the parts.</summary>
    /// <exception cref="ArgumentException">The store keeps no other objects.</exception>
    public static async Task<ClusterParts> CreateAsync(FakeClusterOptions options, CancellationToken cancellationToken)
    {
        var store = options.CreateStore?.Invoke(options.TimeProvider) ?? new InMemoryImageStreamStore(timeProvider: options.TimeProvider);
        var objects = store as IClusterObjectStore
            ?? throw new ArgumentException("The store of a cluster must keep other objects, too.", nameof(options));
#pragma warning disable CA2000 // The parts dispose of it.
        var registry = await LoopbackRegistryServer.StartAsync(
            new InMemoryRegistry(options.TimeProvider), cancellationToken: cancellationToken).ConfigureAwait(false);
#pragma warning restore CA2000
        return new ClusterParts(options, registry, store, objects)
        {
            Aggregator = options.RunsAggregation ? await ClusterAggregator.CreateAsync(objects, options.TimeProvider).ConfigureAwait(false) : null,
        };
    }

    public async ValueTask DisposeAsync()
    {
        Aggregator?.Dispose();
        RegistryClient.Dispose();
        await Registry.DisposeAsync().ConfigureAwait(false);
        Registry.Registry.Dispose();
    }
}
