using ImageStreams.Clients;
using ImageStreams.Kubernetes;
using ImageStreams.Tests.Contracts;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>The contract of clients, held by the one of a cluster.</summary>
public sealed class KubernetesClientContractTests : ImageStreamClientContract, IAsyncLifetime
{
    private ConnectedCluster? _cluster;
    private KubernetesImageStreamClient? _client;

    protected override IImageStreamClient Client => _client!;

    public async Task InitializeAsync()
    {
        _cluster = await ConnectedCluster.StartAsync();
        _client = new KubernetesImageStreamClient(_cluster.Connection);
    }

    public async Task DisposeAsync() => await _cluster!.DisposeAsync();
}
