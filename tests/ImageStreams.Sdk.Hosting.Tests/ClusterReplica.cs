using System.Text;
using ImageStreams.Hosting;
using ImageStreams.Kubernetes;
using ImageStreams.Storage;
using ImageStreams.Testing.Server;
using k8s;
using Microsoft.Extensions.DependencyInjection;

namespace ImageStreams.Tests.Hosting;

/// <summary>A host whose streams and leases are in a cluster, over a network of its own.</summary>
internal sealed class ClusterReplica : IAsyncDisposable
{
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    private readonly k8s.Kubernetes _api;
    private readonly ClusterConnection _connection;
    private readonly HostRig _rig;
    private bool _isDead;

    private ClusterReplica(k8s.Kubernetes api, ClusterConnection connection, MortalHandler network, HostRig rig) =>
        (_api, _connection, Network, _rig) = (api, connection, network, rig);

    public MortalHandler Network { get; }

    /// <summary>The number of shards that the replica works on.</summary>
    public int Shards => _rig.Get<ActiveShards>().All.Count;

    public static async Task<ClusterReplica> StartAsync(
        string name, FakeCluster cluster, RigParts parts, RecordingTarget target, Action<string> onImport)
    {
        var network = new MortalHandler(onImport);
        using var kubeconfig = new MemoryStream(Encoding.UTF8.GetBytes(cluster.GetKubeconfig()));
        var api = new k8s.Kubernetes(await KubernetesClientConfiguration.BuildConfigFromConfigFileAsync(kubeconfig), network);
        var connection = new ClusterConnection(api);
        var rig = await HostRig.StartAsync(streams => Configure(streams, name, connection, parts, target), parts);
        return new ClusterReplica(api, connection, network, rig);
    }

    /// <summary>Ends the replica without notice: nothing that it does from now on is seen.</summary>
    public void Kill()
    {
        _isDead = true;
        Network.Kill();
        _rig.Host.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_isDead)
        {
            await _rig.DisposeAsync();
        }

        _connection.Dispose();
        _api.Dispose();
    }

    private static void Configure(
        IImageStreamsBuilder streams, string name, ClusterConnection connection, RigParts parts, RecordingTarget target)
    {
        streams.UseKubernetes(_ => connection)
            .ConfigureKubernetesControllers(static options => options.TakesOver = true)
            .AddImportController(static imports => imports.Interval = Interval)
            .AddTriggerController<RecordingTarget>()
            .UseReplicas(leases => leases.ReplicaId = name);
        streams.Services.AddSingleton(target);
        streams.Services.AddSingleton<ILeaseStore>(new KubernetesLeaseStore(connection, "shop", timeProvider: parts.Time));
    }
}
