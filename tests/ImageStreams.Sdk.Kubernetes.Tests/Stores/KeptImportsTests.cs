using ImageStreams.Kubernetes;
using ImageStreams.Storage;
using ImageStreams.Tests.Contracts;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>Imports of a pod that is restarted again and again over one cluster, whose ConfigMaps say what it did.</summary>
public sealed class KeptImportsTests : RestartContract, IAsyncLifetime
{
    private ConnectedCluster? _cluster;

    protected override int ManyStreams => 100;

    public async Task InitializeAsync() => _cluster = await StoreCluster.StartAsync(history: 10_000);

    public async Task DisposeAsync() => await _cluster!.DisposeAsync();

    protected override Task<(IImageStreamStore Streams, IStateStore State, IAsyncDisposable? Hold)> OpenAsync()
    {
        var store = new KubernetesImageStreamStore(_cluster!.Connection);
        return Task.FromResult<(IImageStreamStore, IStateStore, IAsyncDisposable?)>((store, new KubernetesStateStore(_cluster.Connection), store));
    }
}
