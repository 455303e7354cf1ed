using System.Text.Json.Nodes;
using ImageStreams.Serialization;
using ImageStreams.Testing.Server;

namespace ImageStreams.Tests.TestingServer;

/// <summary>Rollouts of deployment configurations, which the controllers of a running cluster begin.</summary>
public sealed class RolloutTests
{
    private const string Configs = "/apis/apps.openshift.io/v1/namespaces/default/deploymentconfigs";
    private const string Rollouts = "/api/v1/namespaces/default/replicationcontrollers";
    private const string ConfigChange = """[{"type":"ConfigChange"}]""";
    private const string Automatic =
        """[{"type":"ImageChange","imageChangeParams":{"automatic":true,"containerNames":["web"],"from":{"kind":"ImageStreamTag","name":"app:1"}}}]""";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task ConfigChange_NewConfiguration_IsRolledOutAndWaitsForItsPod()
    {
        using var timeout = new CancellationTokenSource(Patience);
        await using var cluster = await ClusterRequests.StartAsync(runsControllers: true);
        using var http = cluster.CreateHttpClient();
        await http.PostAsync(Configs, Config(ConfigChange));

        var config = await WaitAsync(cluster, IsWaitingForPod("web-1"), timeout.Token);
        var rollout = await http.ReadAsync(Rollouts + "/web-1");
        var pod = await http.ReadAsync("/api/v1/namespaces/default/pods/web-1-deploy");

        Assert.Equal((1, 1), ((int)config["status"]!["latestVersion"]!, (int)config["status"]!["observedGeneration"]!));
        Assert.Equal("config change", (string?)config["status"]!["details"]!["message"]);
        Assert.Equal("ConfigChange", (string?)config["status"]!["details"]!["causes"]![0]!["type"]);
        Assert.Equal(("Pending", "web-1"), (
            (string?)rollout["metadata"]!["annotations"]!["openshift.io/deployment.phase"],
            (string?)rollout["spec"]!["selector"]!["deployment"]));
        Assert.Equal("deployer", (string?)pod["spec"]!["serviceAccountName"]);
    }

    [Fact]
    public async Task ConfigChange_TemplateChanges_CancelsTheRunningRollout()
    {
        using var timeout = new CancellationTokenSource(Patience);
        await using var cluster = await ClusterRequests.StartAsync(runsControllers: true);
        using var http = cluster.CreateHttpClient();
        await http.PostAsync(Configs, Config(ConfigChange));
        await WaitAsync(cluster, IsWaitingForPod("web-1"), timeout.Token);

        await http.MergeAsync(Configs + "/web", """{"spec":{"template":{"metadata":{"annotations":{"z":"1"}}}}}""");
        await WaitAsync(cluster, IsWaitingForPod("web-2"), timeout.Token);
        var former = await http.ReadAsync(Rollouts + "/web-1");
        var events = await http.ReadAsync("/api/v1/namespaces/default/events");

        var annotations = former["metadata"]!["annotations"]!;
        Assert.Equal(("Failed", "true", "newer deployment was found running"), (
            (string?)annotations["openshift.io/deployment.phase"],
            (string?)annotations["openshift.io/deployment.cancelled"],
            (string?)annotations["openshift.io/deployment.status-reason"]));
        var reasons = ((JsonArray)events["items"]!).Select(static one => (string?)one!["reason"]).ToList();
        Assert.Equal(2, reasons.Count(static reason => reason == "DeploymentCreated"));
        Assert.Contains("DeploymentCancelled", reasons);
        Assert.Contains("DeploymentAwaitingCancellation", reasons);
        Assert.Contains("RolloutCancelled", reasons);
    }

    [Fact]
    public async Task ImageChange_TagMoves_RollsOutForTheImage()
    {
        using var timeout = new CancellationTokenSource(Patience);
        await using var cluster = await ClusterRequests.StartAsync(runsControllers: true);
        using var http = cluster.CreateHttpClient();
        await http.CreateStreamAsync("app");
        await http.PostAsync(Configs, Config(Automatic));
        await http.PushAsync("app", "1", '1');
        await WaitAsync(cluster, IsWaitingForPod("web-1"), timeout.Token);

        var second = await http.PushAsync("app", "1", '2');
        var config = await WaitAsync(cluster, IsWaitingForPod("web-2"), timeout.Token);

        var details = config["status"]!["details"]!;
        Assert.Equal("image change", (string?)details["message"]);
        Assert.Equal(second, (string?)details["causes"]![0]!["imageTrigger"]!["from"]!["name"]);
        Assert.Equal(second, (string?)config["spec"]!["triggers"]![0]!["imageChangeParams"]!["lastTriggeredImage"]);
    }

    [Fact]
    public async Task Status_NoTriggersOrPaused_IsObservedWithoutARollout()
    {
        using var timeout = new CancellationTokenSource(Patience);
        await using var cluster = await ClusterRequests.StartAsync(runsControllers: true);
        using var http = cluster.CreateHttpClient();
        await http.PostAsync(Configs, Config("[]"));

        var config = await WaitAsync(cluster, static one => (int?)one["status"]?["observedGeneration"] == 1, timeout.Token);

        Assert.Equal(0, (int)config["status"]!["latestVersion"]!);
        var condition = Assert.Single((JsonArray)config["status"]!["conditions"]!)!;
        Assert.Equal(("Available", "False"), ((string?)condition["type"], (string?)condition["status"]));
    }

    [Fact]
    public async Task Phase_SetByWhoeverPlaysTheNode_ShowsInTheStatus()
    {
        using var timeout = new CancellationTokenSource(Patience);
        await using var cluster = await ClusterRequests.StartAsync(runsControllers: true);
        using var http = cluster.CreateHttpClient();
        await http.PostAsync(Configs, Config(ConfigChange));
        await WaitAsync(cluster, IsWaitingForPod("web-1"), timeout.Token);

        await http.MergeAsync(Rollouts + "/web-1", """{"metadata":{"annotations":{"openshift.io/deployment.phase":"Complete"}}}""");
        var config = await WaitAsync(cluster, one => FindMessage(one)?.Contains("successfully rolled out", StringComparison.Ordinal) == true, timeout.Token);

        Assert.Equal("NewReplicationControllerAvailable", (string?)config["status"]!["conditions"]![1]!["reason"]);
    }

    internal static string Config(string triggers) =>
        """{"metadata":{"name":"web"},"spec":{"replicas":1,"selector":{"app":"web"},"template":{"metadata":{"labels":{"app":"web"}},"spec":{"containers":[{"name":"web","image":"placeholder"}]}},"triggers":@1}}"""
            .Replace("@1", triggers, StringComparison.Ordinal);

    internal static Func<JsonNode, bool> IsWaitingForPod(string rollout) =>
        one => FindMessage(one) == $"replication controller \"{rollout}\" is waiting for pod \"{rollout}-deploy\" to run";

    private static string? FindMessage(JsonNode config) => (config["status"]?["conditions"] as JsonArray ?? [])
        .Where(static one => (string?)one!["type"] == "Progressing")
        .Select(static one => (string?)one!["message"])
        .FirstOrDefault();

    internal static async Task<JsonNode> WaitAsync(FakeCluster cluster, Func<JsonNode, bool> isExpected, CancellationToken cancellationToken, string name = "web")
    {
        var found = await cluster.WaitForAsync(
            "deploymentconfigs.apps.openshift.io", "default", name, one => isExpected(Read(one)), cancellationToken);
        return Read(found);
    }

    private static JsonNode Read(ClusterObject value) => JsonNode.Parse(ImageStreamJson.SerializeToUtf8Bytes(value))!;
}
