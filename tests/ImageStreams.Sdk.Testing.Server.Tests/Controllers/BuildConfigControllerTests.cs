using System.Net;
using System.Text.Json.Nodes;
using ImageStreams.Clients;
using ImageStreams.Serialization;
using ImageStreams.Storage;

namespace ImageStreams.Tests.TestingServer;

/// <summary>Builds that controllers start, and what is recorded of them.</summary>
public sealed class BuildConfigControllerTests
{
    private const string Configs = "/apis/build.openshift.io/v1/namespaces/default/buildconfigs";
    private const string Builds = "/apis/build.openshift.io/v1/namespaces/default/builds";

    private const string Request = """{"metadata":{"name":"app"}}""";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task ConfigChange_OnCreationOnly_StartsABuild()
    {
        using var timeout = new CancellationTokenSource(Patience);
        await using var cluster = await ClusterRequests.StartAsync(runsControllers: true);
        using var http = cluster.CreateHttpClient();
        await http.PostAsync(Configs, Config("""[{"type":"ConfigChange"}]"""));

        var build = await cluster.WaitForAsync("builds.build.openshift.io", "default", "app-1", static _ => true, timeout.Token);
        await http.MergeAsync(Configs + "/app", """{"spec":{"source":{"dockerfile":"FROM y"}}}""");
        await http.PostAsync(Configs, Config("""[{"type":"ConfigChange"}]""").Replace("\"app\"", "\"last\"", StringComparison.Ordinal));
        await cluster.WaitForAsync("builds.build.openshift.io", "default", "last-1", static _ => true, timeout.Token);
        var builds = await http.ReadAsync(Builds);

        var json = JsonNode.Parse(ImageStreamJson.SerializeToUtf8Bytes(build))!;
        Assert.Equal("Build configuration change", (string?)json["spec"]!["triggeredBy"]![0]!["message"]);
        Assert.Equal(2, ((JsonArray)builds["items"]!).Count);
    }

    [Fact]
    public async Task Instantiate_SeveralImageTriggers_RecordsEachThatIsNotPaused()
    {
        await using var cluster = await ClusterRequests.StartAsync();
        using var http = cluster.CreateHttpClient();
        await http.CreateStreamAsync("base");
        var pushed = await http.PushAsync("base", "1", '1');
        await http.PostAsync(Configs, Config(
            """[{"type":"ImageChange","imageChange":{}},{"type":"ImageChange","imageChange":{"from":{"kind":"ImageStreamTag","name":"base:2"}}},{"type":"ImageChange","imageChange":{"paused":true,"from":{"kind":"ImageStreamTag","name":"base:3"}}}]"""));

        await http.PostAsync(Configs + "/app/instantiate", """{"metadata":{"name":"app"}}""");
        var config = await http.ReadAsync(Configs + "/app");

        var records = (JsonArray)config["status"]!["imageChangeTriggers"]!;
        Assert.Equal(["base:1", "base:2"], records.Select(static one => (string?)one!["from"]!["name"]));
        Assert.Equal([pushed, null], records.Select(static one => (string?)one!["lastTriggeredImageID"]));
        Assert.All(records, static one => Assert.Null(one!["lastTriggerTime"]));
    }

    [Fact]
    public async Task Trigger_BuildOfTheImageExists_LeavesAnEvent()
    {
        using var timeout = new CancellationTokenSource(Patience);
        await using var cluster = await ClusterRequests.StartAsync();
        using var http = cluster.CreateHttpClient();
        await http.CreateStreamAsync("base");
        await http.PushAsync("base", "1", '1');
        await http.PostAsync(Configs, Config("""[{"type":"ImageChange","imageChange":{}}]"""));
        var stale = await cluster.FindAsync("buildconfigs.build.openshift.io", "default", "app", timeout.Token);
        await http.PostAsync(Configs + "/app/instantiate", """{"metadata":{"name":"app"}}""");

        await ReactingTriggers.ReactAsync(cluster, stale!);
        var events = await http.ReadAsync("/api/v1/namespaces/default/events");

        var told = Assert.Single((JsonArray)events["items"]!)!;
        Assert.Equal(("BuildConfigTriggerFailed", "Warning", "buildconfig-controller"), (
            (string?)told["reason"], (string?)told["type"], (string?)told["source"]!["component"]));
        Assert.Contains("has already instantiated a build for imageid", (string?)told["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trigger_ApiFailsInAnotherWay_IsAFailureWithoutAnEvent()
    {
        using var timeout = new CancellationTokenSource(Patience);
        var store = new FailingStore("buildconfigs.build.openshift.io") { Failure = StoreFailure.Expired, Updates = 1 };
        await using var cluster = await ClusterRequests.StartAsync(store: store);
        using var http = cluster.CreateHttpClient();
        await http.CreateStreamAsync("base");
        await http.PushAsync("base", "1", '1');
        await http.PostAsync(Configs, Config("""[{"type":"ImageChange","imageChange":{}}]"""));
        var config = await cluster.FindAsync("buildconfigs.build.openshift.io", "default", "app", timeout.Token);

        await Assert.ThrowsAsync<ApiException>(() => ReactingTriggers.ReactAsync(cluster, config!));
        var events = await http.ReadAsync("/api/v1/namespaces/default/events");
        await ReactingTriggers.ReactAsync(cluster, config!);
        var builds = await http.ReadAsync(Builds);

        Assert.Empty(events["items"]!.AsArray());
        Assert.Single(builds["items"]!.AsArray());
    }

    [Fact]
    public async Task Instantiate_DryRun_UsesUpANumberAndFindsNoBuild()
    {
        await using var cluster = await ClusterRequests.StartAsync();
        using var http = cluster.CreateHttpClient();
        await http.PostAsync(Configs, Config("[]"));

        var status = await http.PostAsync(Configs + "/app/instantiate?dryRun=All", Request, HttpStatusCode.NotFound);
        var build = await http.PostAsync(Configs + "/app/instantiate", Request);

        Assert.Equal("builds.build.openshift.io \"app-1\" not found", (string?)status["message"]);
        Assert.Equal("app-2", (string?)build["metadata"]!["name"]);
    }

    [Fact]
    public async Task Instantiate_OthersWriteTheConfiguration_IsTriedAgain()
    {
        var store = new FailingStore("buildconfigs.build.openshift.io") { Failure = StoreFailure.Conflict, Updates = 2 };
        await using var cluster = await ClusterRequests.StartAsync(store: store);
        using var http = cluster.CreateHttpClient();
        await http.PostAsync(Configs, Config("[]"));

        var build = await http.PostAsync(Configs + "/app/instantiate", Request);

        Assert.Equal("app-1", (string?)build["metadata"]!["name"]);
    }

    [Fact]
    public async Task Instantiate_AfterTheConfigurationCameBack_ReplacesTheBuildOfTheFormerOne()
    {
        await using var cluster = await ClusterRequests.StartAsync();
        using var http = cluster.CreateHttpClient();
        await http.PostAsync(Configs, Config("[]"));
        var former = await http.PostAsync(Configs + "/app/instantiate", Request);
        await http.DeleteAsync(Configs + "/app");
        await http.PostAsync(Configs, Config("[]"));

        var build = await http.PostAsync(Configs + "/app/instantiate", Request);

        Assert.Equal("app-1", (string?)build["metadata"]!["name"]);
        Assert.NotEqual((string?)former["metadata"]!["uid"], (string?)build["metadata"]!["uid"]);
    }

    [Fact]
    public async Task ConfigChange_AfterTheConfigurationCameBack_StartsABuild()
    {
        using var timeout = new CancellationTokenSource(Patience);
        await using var cluster = await ClusterRequests.StartAsync(runsControllers: true);
        using var http = cluster.CreateHttpClient();
        await http.PostAsync(Configs, Config("""[{"type":"ConfigChange"}]"""));
        var former = await cluster.WaitForAsync("builds.build.openshift.io", "default", "app-1", static _ => true, timeout.Token);

        await http.DeleteAsync(Configs + "/app");
        await http.PostAsync(Configs, Config("""[{"type":"ConfigChange"}]"""));
        var build = await cluster.WaitForAsync(
            "builds.build.openshift.io", "default", "app-1", one => one.Metadata.Uid != former.Metadata.Uid, timeout.Token);

        Assert.NotNull(build);
    }

    private static string Config(string triggers) =>
        """{"metadata":{"name":"app"},"spec":{"source":{"dockerfile":"FROM x"},"strategy":{"dockerStrategy":{"from":{"kind":"ImageStreamTag","name":"base:1"}}},"triggers":@1}}"""
            .Replace("@1", triggers, StringComparison.Ordinal);
}
