using ImageStreams.Controllers;
using ImageStreams.Kubernetes;
using ImageStreams.Testing.Server;
using Microsoft.Extensions.Logging;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>The objects of which the source tells.</summary>
public sealed class KubernetesTriggerSourceTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private static readonly ClusterFault NotServed =
        new ClusterFault.Refusal(404, "NotFound", "the server could not find the requested resource", null);

    [Fact]
    public async Task Watch_TellsObjectsWithTriggersThenSyncedThenChanges()
    {
        using var timeout = new CancellationTokenSource(Limit);
        await using var cluster = await ConnectedCluster.StartAsync(
            new FakeClusterOptions { RunsImports = false, RunsTriggers = false, RunsRollouts = false });
        using var json = new ClusterJson(cluster.Cluster);
        await json.PostAsync(ClusterJson.Deployments, ClusterJson.Workload());
        await json.PostAsync(ClusterJson.Deployments, ClusterJson.Workload("plain").With(node => node["metadata"]!.AsObject().Remove("annotations")));
        await json.PostAsync("/apis/build.openshift.io/v1/namespaces/default/buildconfigs", TriggerObjects.BuildConfig);
        await json.PostAsync("/apis/apps.openshift.io/v1/namespaces/default/deploymentconfigs", TriggerObjects.DeploymentConfig);
        var source = new KubernetesTriggerSource(cluster.Connection, new KubernetesControllerOptions { TakesOver = true });
        await using var events = source.WatchAsync(timeout.Token).GetAsyncEnumerator();

        var initial = await ReadToSyncedAsync(events);
        await json.DeleteAsync(ClusterJson.Deployments + "/web");

        Assert.Equal(
            ["BuildConfig app", "Deployment web", "DeploymentConfig web", "Removed Deployment default/plain"],
            initial.Order(StringComparer.Ordinal));
        Assert.True(await events.MoveNextAsync());
        Assert.Equal("Removed Deployment default/web", Describe(events.Current));
    }

    [Fact]
    public async Task Watch_OnOpenShift_LeavesBuiltInKindsToTheClusterAndSaysSoOnce()
    {
        using var timeout = new CancellationTokenSource(Limit);
        await using var cluster = await ConnectedCluster.StartAsync();
        using var json = new ClusterJson(cluster.Cluster);
        await json.PostAsync(ClusterJson.Deployments, ClusterJson.Workload());
        var log = new LogLines<KubernetesTriggerSource>(LogLevel.Trace);
        var source = new KubernetesTriggerSource(cluster.Connection, logger: log);

        for (var i = 0; i < 2; i++)
        {
            await using var events = source.WatchAsync(timeout.Token).GetAsyncEnumerator();
            Assert.Empty(await ReadToSyncedAsync(events));
        }

        Assert.Contains("OpenShift's own controllers", Assert.Single(log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Watch_AddedKindThatTheClusterDoesNotHaveYet_IsFoundLater()
    {
        using var timeout = new CancellationTokenSource(Limit);
        var options = new FakeClusterOptions { RunsImports = false, RunsTriggers = false };
        CustomKinds.AddTo(options);
        await using var cluster = await ConnectedCluster.StartAsync(options);
        using var json = new ClusterJson(cluster.Cluster);
        await json.PostAsync(CustomKinds.Rollouts, ClusterJson.Workload());
        var log = new LogLines<KubernetesTriggerSource>(LogLevel.Trace);
        var known = new KubernetesControllerOptions { Kinds = { CustomKinds.Rollout }, RecheckInterval = TimeSpan.FromMilliseconds(1) };
        var hidden = cluster.Cluster.Faults.FailUntilDisposed(
            NotServed,
            request => request.Path.Contains("rollouts", StringComparison.Ordinal));
        var source = new KubernetesTriggerSource(cluster.Connection, known, log);
        await using var events = source.WatchAsync(timeout.Token).GetAsyncEnumerator();

        var initial = await ReadToSyncedAsync(events);
        hidden.Dispose();

        Assert.Empty(initial);
        Assert.True(await events.MoveNextAsync());
        Assert.Equal("Rollout web", Describe(events.Current));
        Assert.Equal(1, log.Lines.Count(message => message.StartsWith("Information: The API does not have rollouts.argoproj.io", StringComparison.Ordinal)));
    }

    private static async Task<List<string>> ReadToSyncedAsync(IAsyncEnumerator<TriggerSourceEvent> events)
    {
        var told = new List<string>();
        while (await events.MoveNextAsync() && events.Current is not TriggerSourceEvent.Synced)
        {
            told.Add(Describe(events.Current));
        }

        return told;
    }

    private static string Describe(TriggerSourceEvent change) => change switch
    {
        TriggerSourceEvent.BuildConfigObserved observed => $"BuildConfig {observed.BuildConfig.Name}",
        TriggerSourceEvent.DeploymentConfigObserved observed => $"DeploymentConfig {observed.DeploymentConfig.Name}",
        TriggerSourceEvent.WorkloadObserved observed => $"{observed.Workload.Kind} {observed.Workload.Name}",
        TriggerSourceEvent.Removed removed => $"Removed {removed.Object}",
        _ => "Synced",
    };
}
