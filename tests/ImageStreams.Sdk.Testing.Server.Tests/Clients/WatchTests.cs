using ImageStreams.Testing.Server;
using k8s;
using k8s.LeaderElection;
using k8s.LeaderElection.ResourceLock;
using k8s.Models;

namespace ImageStreams.Tests.TestingServer;

/// <summary>Watches of KubernetesClient, what operators make of them, and elections by leases.</summary>
public sealed class WatchTests
{
    [Fact]
    public async Task Watch_ConfigMaps_ReportsEachChange()
    {
        await using var cluster = await ClusterClient.StartAsync();
        var core = cluster.Client.CoreV1;
        var list = await core.ListNamespacedConfigMapAsync("default", cancellationToken: cluster.Token);
        var seen = TakeAsync(
            core.WatchListNamespacedConfigMapAsync(
                "default", resourceVersion: list.Metadata.ResourceVersion, cancellationToken: cluster.Token),
            3);

        var map = await core.CreateNamespacedConfigMapAsync(Map("a", "1"), "default", cancellationToken: cluster.Token);
        map.Data["k"] = "2";
        await core.ReplaceNamespacedConfigMapAsync(map, "a", "default", cancellationToken: cluster.Token);
        await core.DeleteNamespacedConfigMapAsync("a", "default", cancellationToken: cluster.Token);

        Assert.Equal(
            [(WatchEventType.Added, "1"), (WatchEventType.Modified, "2"), (WatchEventType.Deleted, "2")],
            (await seen).Select(change => (change.Item1, change.Item2.Data["k"])));
    }

    /// <summary>Lists, watches from there, and lists again when the watch breaks: no object is missed.</summary>
    [Fact]
    public async Task Informer_WatchIsCut_SeesEveryObject()
    {
        await using var cluster = await ClusterClient.StartAsync();
        cluster.Cluster.Faults.FailNext(ClusterFault.WatchCut(events: 1));
        cluster.Cluster.Faults.FailNext(ClusterFault.Gone, request => request.IsWatch);
        var informer = new ConfigMapInformer(cluster.Client);
        var running = informer.RunUntilAsync(names => names.Count == 5, cluster.Token);
        for (var i = 0; i < 5; i++)
        {
            await cluster.Client.CoreV1.CreateNamespacedConfigMapAsync(Map($"m{i}", "1"), "default", cancellationToken: cluster.Token);
        }

        Assert.Equal(["m0", "m1", "m2", "m3", "m4"], await running);
        Assert.True(informer.Lists > 1, $"{informer.Lists} lists");
    }

    [Fact]
    public async Task LeaderElector_TwoCandidates_LeadOneAfterTheOther()
    {
        await using var cluster = await ClusterClient.StartAsync();
        using var first = Elector(cluster.Client, "first");
        using var second = Elector(cluster.Client, "second");
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cluster.Token);
        var firstLeads = WhenLeading(first);
        var secondLeads = WhenLeading(second);

        var running = first.RunUntilLeadershipLostAsync(end.Token);
        await firstLeads.WaitAsync(cluster.Token);
        _ = second.RunUntilLeadershipLostAsync(cluster.Token);
        var lease = await cluster.Client.CoordinationV1.ReadNamespacedLeaseAsync("leader", "default", cancellationToken: cluster.Token);
        await end.CancelAsync();
        await Task.WhenAny(running);
        await secondLeads.WaitAsync(cluster.Token);

        Assert.Equal("first", lease.Spec.HolderIdentity);
        var later = await cluster.Cluster.FindAsync("leases.coordination.k8s.io", "default", "leader", cluster.Token);
        Assert.Contains("second", later!.UnknownFields["spec"].ToString(), StringComparison.Ordinal);
    }

    private static Task WhenLeading(LeaderElector elector)
    {
        var leads = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        elector.OnStartedLeading += () => leads.TrySetResult();
        return leads.Task;
    }

    private static LeaderElector Elector(IKubernetes client, string identity) => new(new LeaderElectionConfig(
        new LeaseLock(client, "default", "leader", identity))
    {
        LeaseDuration = TimeSpan.FromSeconds(2),
        RenewDeadline = TimeSpan.FromSeconds(1),
        RetryPeriod = TimeSpan.FromMilliseconds(200),
    });

    private static V1ConfigMap Map(string name, string value) => new()
    {
        Metadata = new V1ObjectMeta { Name = name },
        Data = new Dictionary<string, string> { ["k"] = value },
    };

    private static async Task<List<T>> TakeAsync<T>(IAsyncEnumerable<T> events, int count)
    {
        var taken = new List<T>();
        await foreach (var one in events)
        {
            taken.Add(one);
            if (taken.Count == count)
            {
                break;
            }
        }

        return taken;
    }
}
