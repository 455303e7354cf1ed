using System.Text;
using ImageStreams.Kubernetes;
using ImageStreams.Testing.Server;
using k8s;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>A fake cluster with a connection to it, as its kubeconfig says.</summary>
internal sealed class ConnectedCluster : IAsyncDisposable
{
    private ConnectedCluster(FakeCluster cluster, k8s.Kubernetes client, ClusterConnection connection) =>
        (Cluster, Client, Connection) = (cluster, client, connection);

    public FakeCluster Cluster { get; }

    public k8s.Kubernetes Client { get; }

    public ClusterConnection Connection { get; }

    /// <summary>Starts a cluster without controllers, unless the options say otherwise.</summary>
    public static async Task<ConnectedCluster> StartAsync(
        FakeClusterOptions? options = null, ClusterConnectionOptions? limits = null, params DelegatingHandler[] handlers)
    {
        var cluster = await FakeCluster.StartAsync(options ?? new FakeClusterOptions { RunsImports = false, RunsTriggers = false });
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(cluster.GetKubeconfig()));
        var client = new k8s.Kubernetes(await KubernetesClientConfiguration.BuildConfigFromConfigFileAsync(file), handlers);
        return new ConnectedCluster(cluster, client, new ClusterConnection(client, limits));
    }

    public async ValueTask DisposeAsync()
    {
        Connection.Dispose();
        Client.Dispose();
        await Cluster.DisposeAsync();
    }
}
