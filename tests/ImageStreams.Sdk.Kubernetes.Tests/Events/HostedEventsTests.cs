using System.Text.Json.Nodes;
using ImageStreams.Registries;
using ImageStreams.Testing;
using ImageStreams.Testing.Server;
using Microsoft.Extensions.DependencyInjection;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>The Events of hosted controllers.</summary>
public sealed class HostedEventsTests
{
    private const string Events = "/apis/events.k8s.io/v1/namespaces/default/events";
    private const string Stream =
        """
        {"metadata":{"name":"app"},"spec":{"tags":[{"name":"1","from":{"kind":"DockerImage","name":"registry.example.com/team/app:1"}},
        {"name":"2","from":{"kind":"DockerImage","name":"registry.example.com/team/app:missing"}}]}}
        """;

    private const string FollowingStream =
        """
        {"metadata":{"name":"app"},"spec":{"tags":[{"name":"prod","annotations":{"imagestreams.sdk/tag-policy":"{}"},
        "from":{"kind":"DockerImage","name":"registry.example.com/team/app:1.0.0"}}]}}
        """;

    [Fact]
    public async Task Events_OfImportsAndTriggers_AreAboutTheObjects()
    {
        await using var cluster = await ConnectedCluster.StartAsync(
            new FakeClusterOptions { RunsImports = false, RunsTriggers = false, RunsRollouts = false });
        using var json = new ClusterJson(cluster.Cluster);
        cluster.Cluster.Registry.Registry.Push("team/app:1", SyntheticImage.Create("app"));
        var stream = await json.PostAsync("/apis/image.openshift.io/v1/namespaces/default/imagestreams", Stream);
        var web = await json.PostAsync(ClusterJson.Deployments, ClusterJson.Workload());

        await using var host = await HostedCluster.StartAsync(
            cluster.Connection, static options => options.TakesOver = true, static streams => streams.UseKubernetesEvents());
        await Patience.UntilAsync(async () => Find(await ListAsync(json), "TriggerFired") is not null && Find(await ListAsync(json), "ImportFailed") is not null);

        var events = await ListAsync(json);
        var imported = Find(events, "ImageImported")!;
        Assert.Contains("1 is sha256:", (string?)imported["note"], StringComparison.Ordinal);
        Assert.Equal((string?)stream["metadata"]!["uid"], (string?)imported["regarding"]!["uid"]);
        Assert.Equal("Warning", (string?)Find(events, "ImportFailed")!["type"]);
        var fired = Find(events, "TriggerFired")!;
        Assert.Equal("Deployment", (string?)fired["regarding"]!["kind"]);
        Assert.Equal("apps/v1", (string?)fired["regarding"]!["apiVersion"]);
        Assert.Equal((string?)web["metadata"]!["uid"], (string?)fired["regarding"]!["uid"]);
    }

    [Fact]
    public async Task Events_OfTagsWithPolicies_AreAboutTheStream()
    {
        await using var cluster = await ConnectedCluster.StartAsync(
            new FakeClusterOptions { RunsImports = false, RunsTriggers = false, RunsRollouts = false });
        using var json = new ClusterJson(cluster.Cluster);
        cluster.Cluster.Registry.Registry.Push("team/app:1.0.0", SyntheticImage.Create("old"));
        cluster.Cluster.Registry.Registry.Push("team/app:1.1.0", SyntheticImage.Create("new"));
        var stream = await json.PostAsync("/apis/image.openshift.io/v1/namespaces/default/imagestreams", FollowingStream);

        await using var host = await HostedCluster.StartAsync(
            cluster.Connection,
            null,
            streams => streams.AddTagPolicyController().UseKubernetesEvents()
                .Services.AddSingleton<IRegistryClient>(cluster.Cluster.Registry.Registry));
        await Patience.UntilAsync(async () => Find(await ListAsync(json), "TagMoved") is not null);

        var moved = Find(await ListAsync(json), "TagMoved")!;
        Assert.Equal("prod: The rule moves from 1.0.0 to 1.1.0.", (string?)moved["note"]);
        Assert.Equal((string?)stream["metadata"]!["uid"], (string?)moved["regarding"]!["uid"]);
    }

    [Fact]
    public async Task Events_SwitchedOff_AreNotWritten()
    {
        await using var cluster = await ConnectedCluster.StartAsync(
            new FakeClusterOptions { RunsImports = false, RunsTriggers = false, RunsRollouts = false });
        using var json = new ClusterJson(cluster.Cluster);
        cluster.Cluster.Registry.Registry.Push("team/app:1", SyntheticImage.Create("app"));
        await json.PostAsync("/apis/image.openshift.io/v1/namespaces/default/imagestreams", Stream);
        await json.PostAsync(ClusterJson.Deployments, ClusterJson.Workload());

        await using (await HostedCluster.StartAsync(
            cluster.Connection,
            static options => options.TakesOver = true,
            static streams => streams.UseKubernetesEvents(static options => options.IsEnabled = false)))
        {
            await Patience.UntilAsync(() => cluster.Cluster.Requests.Any(static request => request.Method == "PATCH"));
        }

        Assert.Empty(await ListAsync(json));
    }

    private static JsonNode? Find(JsonArray events, string reason) => events.FirstOrDefault(one => (string?)one!["reason"] == reason);

    private static async Task<JsonArray> ListAsync(ClusterJson json) => (await json.GetAsync(Events))["items"]!.AsArray();
}
