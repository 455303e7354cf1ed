using System.Text;
using ImageStreams.Testing.Server;
using k8s;

namespace ImageStreams.Tests.TestingServer;

/// <summary>A fake cluster with a client of KubernetesClient, as a user's test has them.</summary>
internal sealed class ClusterClient : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _end = new(Patience);

    private ClusterClient(FakeCluster cluster, k8s.Kubernetes client) => (Cluster, Client) = (cluster, client);

    public FakeCluster Cluster { get; }

    public k8s.Kubernetes Client { get; }

    /// <summary>Ends a test that hangs.</summary>
    public CancellationToken Token => _end.Token;

    public static async Task<ClusterClient> StartAsync(FakeClusterOptions? options = null)
    {
        var cluster = await FakeCluster.StartAsync(options);
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(cluster.GetKubeconfig()));
        var config = await KubernetesClientConfiguration.BuildConfigFromConfigFileAsync(file);
        return new ClusterClient(cluster, new k8s.Kubernetes(config));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Cluster.DisposeAsync();
        _end.Dispose();
    }
}
