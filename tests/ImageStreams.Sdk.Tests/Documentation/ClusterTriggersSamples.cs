using ImageStreams.Controllers;
using ImageStreams.Kubernetes;
using ImageStreams.Testing.Server;
using k8s;

namespace ImageStreams.Tests.Documentation;

/// <summary>The samples of <c>docs/how-to/clusters.md</c> about triggers, against a fake cluster.</summary>
public sealed class ClusterTriggersSamples
{
    [Fact]
    public async Task SourceAndTarget_OfAConnection_FollowTheCluster()
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await using var cluster = await FakeCluster.StartAsync(new FakeClusterOptions { UseTls = false, RunsImports = false, RunsTriggers = false });
        using var connection = ClusterConnection.FromConfiguration(new KubernetesClientConfiguration { Host = cluster.Address.ToString() });

        // sample: clusters-triggers
        var options = new KubernetesControllerOptions { TakesOver = true };
        options.Kinds.Add(new ClusterWorkloadKind { Group = "argoproj.io", Version = "v1alpha1", Plural = "rollouts", Kind = "Rollout" });
        var controller = new TriggerController(new KubernetesTriggerTarget(connection, options));
        var feed = new TriggerSourceFeed(new KubernetesTriggerSource(connection, options), controller);
        // end

        var running = feed.RunAsync(timeout.Token);
        await feed.WhenSynced.WaitAsync(timeout.Token);
        await timeout.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Equal(0, feed.Count);
    }
}
