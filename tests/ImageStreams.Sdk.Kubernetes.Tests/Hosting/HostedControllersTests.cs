using ImageStreams.Controllers;
using ImageStreams.Testing;
using ImageStreams.Testing.Server;
using Microsoft.Extensions.DependencyInjection;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>Hosted controllers on a cluster: what they do, and what they leave to the cluster's own.</summary>
public sealed class HostedControllersTests
{
    private const string Streams = "/apis/image.openshift.io/v1/namespaces/default/imagestreams";
    private const string Stream = """{"metadata":{"name":"app"},"spec":{"tags":[{"name":"1","from":{"kind":"DockerImage","name":"registry.example.com/team/app:1"}}]}}""";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Host_OnOpenShift_LeavesImportsAndBuiltInKindsToTheClusterAndSaysSo()
    {
        using var timeout = new CancellationTokenSource(Limit);
        await using var cluster = await StartAsync();
        using var json = new ClusterJson(cluster.Cluster);
        await json.PostAsync(Streams, Stream);
        await json.PostAsync(ClusterJson.Deployments, ClusterJson.Workload());
        cluster.Cluster.ClearRequests();

        await using var host = await HostedCluster.StartAsync(cluster.Connection);
        await WaitUntilSyncedAsync(host, timeout.Token);

        Assert.Equal(1, host.Logs.Count("imports are left to them"));
        Assert.Equal(1, host.Logs.Count("deployments.apps, statefulsets.apps, daemonsets.apps, cronjobs.batch are left to them"));
        Assert.DoesNotContain(cluster.Cluster.Requests, static request => request.Method != "GET");
        Assert.DoesNotContain(cluster.Cluster.Requests, static request => request.Path.Contains("deployments", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Host_TakesOver_ImportsAndUpdates()
    {
        using var timeout = new CancellationTokenSource(Limit);
        await using var cluster = await StartAsync();
        using var json = new ClusterJson(cluster.Cluster);
        var pushed = cluster.Cluster.Registry.Registry.Push("team/app:1", SyntheticImage.Create("app"));
        await json.PostAsync(Streams, Stream);
        await json.PostAsync(ClusterJson.Deployments, ClusterJson.Workload());

        await using var host = await HostedCluster.StartAsync(cluster.Connection, static options => options.TakesOver = true);
        var image = await cluster.Cluster.WaitForImageAsync(
            "deployments.apps", "default", "web", "web", static value => value != "placeholder", timeout.Token);

        Assert.EndsWith(pushed.ToString(), image, StringComparison.Ordinal);
        Assert.Equal(0, host.Logs.Count("left to them"));
    }

    [Fact]
    public async Task Host_OfSeveralNamespaces_FollowsThoseAndSaysOnceWhatItMayNotSee()
    {
        using var timeout = new CancellationTokenSource(Limit);
        await using var cluster = await StartAsync();
        using var json = new ClusterJson(cluster.Cluster);
        using var hidden = cluster.Cluster.Faults.FailUntilDisposed(
            new ClusterFault.Refusal(403, "Forbidden", "not yours", null),
            static request => request.Path.Contains("/namespaces/hidden/", StringComparison.Ordinal));
        foreach (var ns in new[] { "one", "two", "other" })
        {
            await json.PostAsync(Streams.Replace("default", ns, StringComparison.Ordinal), Stream);
        }

        await using var host = await HostedCluster.StartAsync(cluster.Connection, static options =>
        {
            options.TakesOver = true;
            options.RecheckInterval = TimeSpan.FromMilliseconds(20);
            Array.ForEach(["one", "two", "hidden"], options.Namespaces.Add);
        });
        await WaitUntilSyncedAsync(host, timeout.Token);
        var feed = host.Services.GetRequiredService<Reflector<ImageStream>>();
        await json.PostAsync(Streams.Replace("default", "two", StringComparison.Ordinal), Stream.Replace("\"app\"", "\"late\"", StringComparison.Ordinal));
        await Patience.UntilAsync(() => feed.Objects.Count == 3 && feed.Status.Lists >= 3);

        Assert.Equal(["one", "two", "two"], feed.Objects.All.Select(static stream => stream.Namespace).Order(StringComparer.Ordinal));
        Assert.Equal(1, host.Logs.Count("imagestreams in the namespace hidden are left alone"));
        Assert.Equal(1, host.Logs.Count("deployments.apps of the namespace hidden may not be listed"));
    }

    private static async Task WaitUntilSyncedAsync(HostedCluster host, CancellationToken cancellationToken)
    {
        await host.Services.GetRequiredService<Reflector<ImageStream>>().WhenSyncedAsync(cancellationToken);
        await host.Services.GetRequiredService<TriggerSourceFeed>().WhenSynced.WaitAsync(cancellationToken);
    }

    private static Task<ConnectedCluster> StartAsync() => ConnectedCluster.StartAsync(
        new FakeClusterOptions { RunsImports = false, RunsTriggers = false, RunsRollouts = false });
}
