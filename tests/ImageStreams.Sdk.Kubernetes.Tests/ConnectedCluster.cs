using System.Text;
using ImageStreams.Kubernetes;
using ImageStreams.Testing.Server;
using k8s;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>A fake cluster with a connection to it, as its kubeconfig says.</summary>
internal sealed class ConnectedCluster : IAsyncDisposable
{
    private readonly k8s.Kubernetes? _client;

    private ConnectedCluster(FakeCluster cluster, ClusterConnection connection, k8s.Kubernetes? client) =>
        (Cluster, Connection, _client) = (cluster, connection, client);

    public FakeCluster Cluster { get; }

    public ClusterConnection Connection { get; }

    /// <summary>Starts a cluster without controllers.</summary>
    public static async Task<ConnectedCluster> StartAsync(
        FakeClusterOptions? options = null,
        ClusterConnectionOptions? limits = null,
        TimeProvider? timeProvider = null,
        params DelegatingHandler[] handlers)
    {
        var cluster = await FakeCluster.StartAsync(options ?? new FakeClusterOptions { RunsImports = false, RunsTriggers = false });
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(cluster.GetKubeconfig()));
        var configuration = await KubernetesClientConfiguration.BuildConfigFromConfigFileAsync(file);
        return handlers.Length == 0
            ? new ConnectedCluster(cluster, ClusterConnection.FromConfiguration(configuration, limits, timeProvider), client: null)
            : Create(cluster, new k8s.Kubernetes(configuration, handlers), limits, timeProvider);
    }

    private static ConnectedCluster Create(
        FakeCluster cluster, k8s.Kubernetes client, ClusterConnectionOptions? limits, TimeProvider? timeProvider) =>
        new(cluster, new ClusterConnection(client, limits, timeProvider), client);

    public async ValueTask DisposeAsync()
    {
        Connection.Dispose();
        _client?.Dispose();
        await Cluster.DisposeAsync();
    }
}
