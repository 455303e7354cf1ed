using ImageStreams.Registries;
using ImageStreams.Storage;

namespace ImageStreams.Testing.Server;

/// <summary>The parts of a cluster that are there before its application.</summary>
internal sealed class ClusterParts : IAsyncDisposable
{
    private const string BuildConfigs = "buildconfigs.build.openshift.io";
    private const string DeploymentConfigs = "deploymentconfigs.apps.openshift.io";

    private ClusterParts(FakeClusterOptions options, LoopbackRegistryServer registry, IImageStreamStore store)
    {
        (Registry, Store) = (registry, store);
        Objects = store as IClusterObjectStore
            ?? throw new ArgumentException("The store of a cluster must keep other objects, too.", nameof(options));
        RegistryClient = registry.Registry.CreateClient();
        Log = new ClusterRequestLog(options.MaxRequests);
        Faults = new ClusterFaults();
        Resources = options.Kinds.ToDictionary(
            kind => kind.Definition.QualifiedName,
            kind => new ClusterResource(kind, Objects, RandomNaming.Instance, null, options.TimeProvider));
        var configs = Objects.GetObjects(BuildConfigs);
        Builds = new ClusterBuilds(name => Resources[name], configs, store.Streams, options.TimeProvider);
        AddAction(BuildConfigs, Builds.InstantiateAsync);
        AddAction(DeploymentConfigs, new ClusterRollouts(name => Resources[name], Objects.GetObjects(DeploymentConfigs)).InstantiateAsync);
    }

    public LoopbackRegistryServer Registry { get; }

    public HttpRegistryClient RegistryClient { get; }

    public IImageStreamStore Store { get; }

    public IClusterObjectStore Objects { get; }

    public ClusterRequestLog Log { get; }

    public ClusterFaults Faults { get; }

    /// <summary>The resources of the other objects, by their names with groups.</summary>
    public IReadOnlyDictionary<string, ClusterResource> Resources { get; }

    /// <summary>The starter of builds.</summary>
    public ClusterBuilds Builds { get; }

    public static async Task<ClusterParts> CreateAsync(FakeClusterOptions options, CancellationToken cancellationToken)
    {
        var store = options.CreateStore?.Invoke(options.TimeProvider) ?? new InMemoryImageStreamStore(timeProvider: options.TimeProvider);
#pragma warning disable CA2000 // The parts dispose of it.
        var registry = await LoopbackRegistryServer.StartAsync(
            new InMemoryRegistry(options.TimeProvider), cancellationToken: cancellationToken).ConfigureAwait(false);
#pragma warning restore CA2000
        return new ClusterParts(options, registry, store);
    }

    public async ValueTask DisposeAsync()
    {
        RegistryClient.Dispose();
        await Registry.DisposeAsync().ConfigureAwait(false);
        Registry.Registry.Dispose();
    }

    private void AddAction(string resource, SubresourceAction action)
    {
        if (Resources.TryGetValue(resource, out var served))
        {
            served.Actions["instantiate"] = action;
        }
    }
}
