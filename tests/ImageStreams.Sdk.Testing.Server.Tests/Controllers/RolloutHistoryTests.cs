using System.Text.Json.Nodes;
using ImageStreams.Testing.Server;

namespace ImageStreams.Tests.TestingServer;

/// <summary>Rollouts beside former ones, and in clusters where something fails.</summary>
public sealed class RolloutHistoryTests
{
    private const string Configs = "/apis/apps.openshift.io/v1/namespaces/default/deploymentconfigs";
    private const string Rollouts = "/api/v1/namespaces/default/replicationcontrollers";
    private const string Events = "/api/v1/namespaces/default/events";
    private const string ConfigChange = """[{"type":"ConfigChange"}]""";
    private const string Forced = """{"name":"web","force":true}""";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Rollback_StoredByTheClient_IsRolledOut()
    {
        using var timeout = new CancellationTokenSource(Patience);
        await using var cluster = await ClusterRequests.StartAsync(runsControllers: true);
        using var http = cluster.CreateHttpClient();
        await http.PostAsync(Configs, RolloutTests.Config("[]"));
        await CompleteAsync(cluster, http, 1, timeout.Token);
        await http.MergeAsync(Configs + "/web", """{"spec":{"template":{"metadata":{"annotations":{"z":"1"}}}}}""");
        await CompleteAsync(cluster, http, 2, timeout.Token);
        var before = await http.ReadAsync(Configs + "/web");

        var back = await http.PostAsync(Configs + "/web/rollback", """{"name":"web","spec":{"revision":1,"includeTemplate":true}}""");
        back["metadata"]!.AsObject().Remove("resourceVersion");
        back["metadata"]!["resourceVersion"] = (string?)before["metadata"]!["resourceVersion"];
        var stored = await http.PutAsync(Configs + "/web", back);
        await RolloutTests.WaitAsync(cluster, RolloutTests.IsWaitingForPod("web-3"), timeout.Token);
        var rollout = await http.ReadAsync(Rollouts + "/web-3");

        Assert.Equal(3, (int)stored["status"]!["latestVersion"]!);
        Assert.Equal((int)before["metadata"]!["generation"]! + 1, (int)stored["metadata"]!["generation"]!);
        Assert.Null(rollout["spec"]!["template"]!["metadata"]!["annotations"]!["z"]);
    }

    [Fact]
    public async Task Update_WithAnotherVersion_KeepsTheOneOfTheServer()
    {
        await using var cluster = await ClusterRequests.StartAsync();
        using var http = cluster.CreateHttpClient();
        await http.PostAsync(Configs, RolloutTests.Config("[]"));

        var config = await http.MergeAsync(Configs + "/web", """{"status":{"latestVersion":2,"replicas":7}}""");

        Assert.Equal((0, 0), ((int)config["status"]!["latestVersion"]!, (int)config["status"]!["replicas"]!));
    }

    [Fact]
    public async Task Create_WithAnImageOfATrigger_ForgetsIt()
    {
        await using var cluster = await ClusterRequests.StartAsync();
        using var http = cluster.CreateHttpClient();

        var config = await http.PostAsync(Configs, RolloutTests.Config(
            """[{"type":"ImageChange","imageChangeParams":{"lastTriggeredImage":"x","containerNames":["web"],"from":{"kind":"ImageStreamTag","name":"app:1"}}}]"""));

        Assert.Null(config["spec"]!["triggers"]![0]!["imageChangeParams"]!["lastTriggeredImage"]);
    }

    [Fact]
    public async Task ConfigChange_AfterTheConfigurationCameBack_IsRolledOutAnew()
    {
        using var timeout = new CancellationTokenSource(Patience);
        await using var cluster = await ClusterRequests.StartAsync(runsControllers: true);
        using var http = cluster.CreateHttpClient();
        await http.PostAsync(Configs, RolloutTests.Config(ConfigChange));
        await RolloutTests.WaitAsync(cluster, RolloutTests.IsWaitingForPod("web-1"), timeout.Token);

        await http.DeleteAsync(Configs + "/web");
        var config = await http.PostAsync(Configs, RolloutTests.Config(ConfigChange));
        await RolloutTests.WaitAsync(
            cluster,
            one => (string?)one["metadata"]!["uid"] == (string?)config["metadata"]!["uid"] && RolloutTests.IsWaitingForPod("web-1")(one),
            timeout.Token);
        var rollout = await http.ReadAsync(Rollouts + "/web-1");
        var pod = await http.ReadAsync("/api/v1/namespaces/default/pods/web-1-deploy");

        Assert.Equal((string?)config["metadata"]!["uid"], (string?)rollout["metadata"]!["ownerReferences"]![0]!["uid"]);
        Assert.Equal((string?)rollout["metadata"]!["uid"], (string?)pod["metadata"]!["ownerReferences"]![0]!["uid"]);
    }

    [Fact]
    public async Task ConfigChange_NameIsTakenBySomebodyElse_LeavesAnEvent()
    {
        using var timeout = new CancellationTokenSource(Patience);
        await using var cluster = await ClusterRequests.StartAsync(runsControllers: true);
        using var http = cluster.CreateHttpClient();
        await http.PostAsync(
            Rollouts,
            """{"metadata":{"name":"web-1"},"spec":{"selector":{"a":"b"},"template":{"metadata":{"labels":{"a":"b"}},"spec":{"containers":[{"name":"c","image":"i"}]}}}}""");
        await http.PostAsync(Configs, RolloutTests.Config(ConfigChange));

        await RolloutTests.WaitAsync(cluster, static one => (int?)one["status"]?["observedGeneration"] == 1, timeout.Token);
        var events = await http.ReadAsync(Events);

        Assert.Contains("DeploymentCreationFailed", events["items"]!.AsArray().Select(static one => (string?)one!["reason"]));
    }

    [Fact]
    public async Task History_BeyondItsLimit_IsRemoved()
    {
        using var timeout = new CancellationTokenSource(Patience);
        await using var cluster = await ClusterRequests.StartAsync(runsControllers: true);
        using var http = cluster.CreateHttpClient();
        await http.PostAsync(Configs, RolloutTests.Config("[]").Replace("\"replicas\":1", "\"replicas\":1,\"revisionHistoryLimit\":1", StringComparison.Ordinal));
        await CompleteAsync(cluster, http, 1, timeout.Token);
        await CompleteAsync(cluster, http, 2, timeout.Token);

        await CompleteAsync(cluster, http, 3, timeout.Token);
        var rollouts = await http.ReadAsync(Rollouts);

        Assert.Equal(["web-2", "web-3"], rollouts["items"]!.AsArray().Select(static one => (string?)one!["metadata"]!["name"]));
    }

    [Theory]
    [InlineData("replicationcontrollers")]
    [InlineData("events")]
    public async Task ConfigChange_StoreFailsAtFirst_IsRolledOutAtLast(string resource)
    {
        using var timeout = new CancellationTokenSource(Patience);
        await using var cluster = await ClusterRequests.StartAsync(runsControllers: true, new FailingStore(resource) { Creations = 4 });
        using var http = cluster.CreateHttpClient();
        await http.PostAsync(Configs, RolloutTests.Config(ConfigChange));

        var config = await RolloutTests.WaitAsync(cluster, RolloutTests.IsWaitingForPod("web-1"), timeout.Token);

        Assert.Equal(1, (int)config["status"]!["latestVersion"]!);
    }

    [Fact]
    public async Task ConfigChange_RolloutIsRefused_ShowsInTheStatus()
    {
        using var timeout = new CancellationTokenSource(Patience);
        await using var cluster = await ClusterRequests.StartAsync(runsControllers: true);
        using var http = cluster.CreateHttpClient();
        var name = new string('a', 253);
        await http.PostAsync(
            Configs, RolloutTests.Config(ConfigChange).Replace("{\"name\":\"web\"}", $"{{\"name\":\"{name}\"}}", StringComparison.Ordinal));

        await RolloutTests.WaitAsync(
            cluster,
            static one => (one["status"]?["conditions"] as JsonArray ?? []).Any(static condition =>
                (string?)condition!["reason"] == "ReplicationControllerCreateError"),
            timeout.Token,
            name);
        var events = await http.ReadAsync(Events);

        Assert.Contains("DeploymentCreationFailed", events["items"]!.AsArray().Select(static one => (string?)one!["reason"]));
    }

    /// <summary>Rolls the next version out, and plays the node for it.</summary>
    private static async Task CompleteAsync(FakeCluster cluster, HttpClient http, int version, CancellationToken cancellationToken)
    {
        await http.PostAsync(Configs + "/web/instantiate", Forced);
        await RolloutTests.WaitAsync(cluster, RolloutTests.IsWaitingForPod($"web-{version}"), cancellationToken);
        await http.MergeAsync(
            $"{Rollouts}/web-{version}", """{"metadata":{"annotations":{"openshift.io/deployment.phase":"Complete"}}}""");
        await RolloutTests.WaitAsync(
            cluster,
            one => one["status"]!["conditions"]!.AsArray().Any(condition =>
                (string?)condition!["message"] == $"replication controller \"web-{version}\" successfully rolled out"),
            cancellationToken);
    }
}
