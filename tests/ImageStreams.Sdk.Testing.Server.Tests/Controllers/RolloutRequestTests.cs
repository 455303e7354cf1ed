using System.Net;
using System.Text.Json.Nodes;
using ImageStreams.Storage;

namespace ImageStreams.Tests.TestingServer;

/// <summary>The subresources of deployment configurations, as clients use them.</summary>
public sealed class RolloutRequestTests
{
    private const string Configs = "/apis/apps.openshift.io/v1/namespaces/default/deploymentconfigs";
    private const string Manual =
        """[{"type":"ImageChange","imageChangeParams":{"automatic":false,"containerNames":["web"],"from":{"kind":"ImageStreamTag","name":"app:1"}}}]""";

    [Fact]
    public async Task Instantiate_Forced_SetsImagesAndOwnsNothing()
    {
        await using var cluster = await ClusterRequests.StartAsync();
        using var http = cluster.CreateHttpClient();
        await http.CreateStreamAsync("app");
        var pushed = await http.PushAsync("app", "1", '1');
        var created = await http.PostAsync(Configs, RolloutTests.Config(Manual));

        var started = await http.PostAsync(Configs + "/web/instantiate", Request("web", isForced: true));

        Assert.Equal(pushed, (string?)started["spec"]!["template"]!["spec"]!["containers"]![0]!["image"]);
        Assert.Equal(pushed, (string?)started["spec"]!["triggers"]![0]!["imageChangeParams"]!["lastTriggeredImage"]);
        Assert.Equal((1, 2), ((int)started["status"]!["latestVersion"]!, (int)started["metadata"]!["generation"]!));
        Assert.Equal("Manual", (string?)started["status"]!["details"]!["causes"]![0]!["type"]);
        Assert.True(JsonNode.DeepEquals(created["metadata"]!["managedFields"], started["metadata"]!["managedFields"]));
    }

    [Fact]
    public async Task Instantiate_ExcludedTriggers_LeavesImages()
    {
        await using var cluster = await ClusterRequests.StartAsync();
        using var http = cluster.CreateHttpClient();
        await http.CreateStreamAsync("app");
        await http.PushAsync("app", "1", '1');
        await http.PostAsync(Configs, RolloutTests.Config(Manual));

        var started = await http.PostAsync(
            Configs + "/web/instantiate", """{"name":"web","latest":true,"force":true,"excludeTriggers":["ImageChange"]}""");

        Assert.Equal("placeholder", (string?)started["spec"]!["template"]!["spec"]!["containers"]![0]!["image"]);
    }

    [Fact]
    public async Task Instantiate_NothingToDoPausedOrMissing_IsRefusedEachInItsWay()
    {
        await using var cluster = await ClusterRequests.StartAsync();
        using var http = cluster.CreateHttpClient();
        await http.PostAsync(Configs, RolloutTests.Config("[]"));

        await http.PostAsync(Configs + "/web/instantiate", Request("web", isForced: false), HttpStatusCode.NoContent);
        await http.PostAsync(Configs + "/ghost/instantiate", Request("ghost", isForced: true), HttpStatusCode.NotFound);
        await http.MergeAsync(Configs + "/web", """{"spec":{"paused":true}}""");
        var refused = await http.PostAsync(
            Configs + "/web/instantiate", Request("web", isForced: true), HttpStatusCode.UnprocessableEntity);

        Assert.Equal("spec.paused", (string?)refused["details"]!["causes"]![0]!["field"]);
    }

    [Fact]
    public async Task Instantiate_ConfigurationGoesMeanwhile_IsNotFound()
    {
        var store = new FailingStore("deploymentconfigs.apps.openshift.io") { Failure = StoreFailure.NotFound, Updates = 1 };
        await using var cluster = await ClusterRequests.StartAsync(store: store);
        using var http = cluster.CreateHttpClient();
        await http.PostAsync(Configs, RolloutTests.Config("[]"));

        var status = await http.PostAsync(Configs + "/web/instantiate", Request("web", isForced: true), HttpStatusCode.NotFound);

        Assert.Equal("NotFound", (string?)status["reason"]);
    }

    [Fact]
    public async Task Rollback_FormerVersion_AnswersWhatToStore()
    {
        await using var cluster = await ClusterRequests.StartAsync();
        using var http = cluster.CreateHttpClient();
        var config = await http.PostAsync(Configs, RolloutTests.Config(Manual));
        await AddRolloutAsync(http, config);
        await http.MergeAsync(Configs + "/web", """{"spec":{"template":{"metadata":{"annotations":{"z":"1"}}}}}""");
        await http.PostAsync(Configs + "/web/instantiate", Request("web", isForced: true));
        await http.PostAsync(Configs + "/web/instantiate", Request("web", isForced: true));

        var back = await http.PostAsync(Configs + "/web/rollback", """{"name":"web","spec":{"revision":1,"includeTemplate":true}}""");
        var stored = await http.ReadAsync(Configs + "/web");

        Assert.Null(back["spec"]!["template"]!["metadata"]!["annotations"]);
        Assert.Equal((3, 2), ((int)back["status"]!["latestVersion"]!, (int)stored["status"]!["latestVersion"]!));
        Assert.NotNull(stored["spec"]!["template"]!["metadata"]!["annotations"]);
    }

    [Theory]
    [InlineData("""{"name":"web","spec":{"revision":0}}""")]
    [InlineData("""{"name":"ghost","spec":{"revision":1}}""")]
    public async Task Rollback_NothingToGoBackTo_IsInvalid(string body)
    {
        await using var cluster = await ClusterRequests.StartAsync();
        using var http = cluster.CreateHttpClient();
        await http.PostAsync(Configs, RolloutTests.Config("[]"));

        var refused = await http.PostAsync(Configs + "/web/rollback", body, HttpStatusCode.UnprocessableEntity);

        Assert.Equal("DeploymentConfigRollback", (string?)refused["details"]!["kind"]);
    }

    [Fact]
    public async Task Scale_OfADeploymentConfig_IsOfTheOldVersionAndOwnsNothing()
    {
        await using var cluster = await ClusterRequests.StartAsync();
        using var http = cluster.CreateHttpClient();
        var created = await http.PostAsync(Configs, RolloutTests.Config("[]"));

        var scale = await http.MergeAsync(Configs + "/web/scale?fieldManager=scaler", """{"spec":{"replicas":3}}""");
        var config = await http.ReadAsync(Configs + "/web");

        Assert.Equal(("extensions/v1beta1", "app=web,deploymentconfig=web"), (
            (string?)scale["apiVersion"], (string?)scale["status"]!["targetSelector"]));
        Assert.Equal(3, (int)config["spec"]!["replicas"]!);
        Assert.True(JsonNode.DeepEquals(created["metadata"]!["managedFields"], config["metadata"]!["managedFields"]));
    }

    private static Task AddRolloutAsync(HttpClient http, JsonNode config)
    {
        var rollout = new JsonObject
        {
            ["metadata"] = new JsonObject
            {
                ["name"] = "web-1",
                ["annotations"] = new JsonObject { ["openshift.io/encoded-deployment-config"] = config.ToJsonString() },
            },
            ["spec"] = new JsonObject { ["selector"] = new JsonObject { ["app"] = "web" }, ["template"] = config["spec"]!["template"]!.DeepClone() },
        };
        return http.PostAsync("/api/v1/namespaces/default/replicationcontrollers", rollout.ToJsonString());
    }

    private static string Request(string name, bool isForced) =>
        $$"""{"apiVersion":"apps.openshift.io/v1","kind":"DeploymentRequest","name":"{{name}}","latest":true,"force":{{(isForced ? "true" : "false")}}}""";
}
