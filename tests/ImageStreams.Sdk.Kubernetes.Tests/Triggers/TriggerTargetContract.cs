using System.Text.Json.Nodes;
using ImageStreams.Controllers;
using ImageStreams.Kubernetes;
using ImageStreams.Testing.Server;
using ImageStreams.Workloads;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>The contract of trigger targets in a cluster, in each of the manners of writing.</summary>
public abstract class TriggerTargetContract : IAsyncLifetime
{
    private const string Web = ClusterJson.Deployments + "/web";

    private ConnectedCluster? _cluster;
    private ClusterJson? _json;

    protected abstract TriggerWriting Writing { get; }

    private protected ConnectedCluster Cluster => _cluster!;

    private protected ClusterJson Json => _json!;

    private protected KubernetesTriggerTarget Target => new(Cluster.Connection, new KubernetesControllerOptions { Writing = Writing });

    public async Task InitializeAsync()
    {
        var options = new FakeClusterOptions { RunsImports = false, RunsTriggers = false, RunsRollouts = false };
        _cluster = await ConnectedCluster.StartAsync(options);
        _json = new ClusterJson(_cluster.Cluster);
    }

    public async Task DisposeAsync()
    {
        _json!.Dispose();
        await _cluster!.DisposeAsync();
    }

    [Fact]
    public async Task Update_Workload_SetsTheImageAndOwnsNothingElse()
    {
        var current = await Json.PostAsync(ClusterJson.Deployments, ClusterJson.Workload());

        Assert.Equal(TriggerTargetResult.Accepted.Instance, await UpdateAsync(current));

        var updated = await Json.GetAsync(Web);
        Assert.Equal(ClusterJson.Image, updated.Image(1));
        Assert.Equal("log:1", updated.Image(0));
        Assert.Equal(["imagestreams-sdk"], updated.ImageOwners("web"));
        Assert.DoesNotContain("imagestreams-sdk", updated.ImageOwners("log"));
    }

    [Fact]
    public async Task Update_SomebodyElseChangedTheImage_IsAConflict()
    {
        var current = await Json.PostAsync(ClusterJson.Deployments, ClusterJson.Workload());
        var containers = current["spec"]!["template"]!["spec"]!["containers"]!.DeepClone();
        containers[1]!["image"] = "hotfix:1";
        var patch = new JsonObject { ["spec"] = new JsonObject { ["template"] = new JsonObject { ["spec"] = new JsonObject { ["containers"] = containers } } } };
        await Json.MergeAsync(Web, patch.ToJsonString());

        Assert.Equal(TriggerTargetResult.Conflict.Instance, await UpdateAsync(current));
        Assert.Equal("hotfix:1", (await Json.GetAsync(Web)).Image(1));
    }

    [Fact]
    public async Task Update_SomebodyElsePausedTheTriggers_IsAConflict()
    {
        var current = await Json.PostAsync(ClusterJson.Deployments, ClusterJson.Workload());
        await Json.MergeAsync(Web, """{"metadata":{"annotations":{"image.openshift.io/triggers":"[]"}}}""");

        Assert.Equal(TriggerTargetResult.Conflict.Instance, await UpdateAsync(current));
        Assert.Equal("placeholder", (await Json.GetAsync(Web)).Image(1));
    }

    [Fact]
    public async Task Update_AnotherObjectHasTheName_IsAConflict()
    {
        var current = await Json.PostAsync(ClusterJson.Deployments, ClusterJson.Workload());
        await Json.DeleteAsync(Web);
        Assert.Equal(TriggerTargetResult.Conflict.Instance, await UpdateAsync(current));

        await Json.PostAsync(ClusterJson.Deployments, ClusterJson.Workload());

        Assert.Equal(TriggerTargetResult.Conflict.Instance, await UpdateAsync(current));
        Assert.Equal("placeholder", (await Json.GetAsync(Web)).Image(1));
    }

    [Theory]
    [InlineData(400, "BadRequest")]
    [InlineData(403, "Forbidden")]
    [InlineData(422, "Invalid")]
    public async Task Update_TheServerRefuses_HasItsSentence(int code, string reason)
    {
        var current = await Json.PostAsync(ClusterJson.Deployments, ClusterJson.Workload());

        Cluster.Cluster.Faults.FailNext(new ClusterFault.Refusal(code, reason, "admission webhook \"policy\" denied the request", null));

        var refused = Assert.IsType<TriggerTargetResult.Refused>(await UpdateAsync(current));

        Assert.Equal("admission webhook \"policy\" denied the request", refused.Message);
        Assert.Equal("placeholder", (await Json.GetAsync(Web)).Image(1));
    }

    [Fact]
    public async Task Update_DeploymentConfig_SetsTheImageAndTheLastTriggeredOne()
    {
        const string Configs = "/apis/apps.openshift.io/v1/namespaces/default/deploymentconfigs";
        var current = await Json.PostAsync(Configs, TriggerObjects.DeploymentConfig);

        var result = await Target.UpdateAsync(TriggerObjects.ReadConfig(current), TriggerObjects.ReadConfig(current, ClusterJson.Image), default);

        var updated = await Json.GetAsync(Configs + "/web");
        Assert.Equal(TriggerTargetResult.Accepted.Instance, result);
        Assert.Equal(ClusterJson.Image, updated.Image(0));
        Assert.Equal(ClusterJson.Image, (string?)updated["spec"]!["triggers"]![0]!["imageChangeParams"]!["lastTriggeredImage"]);
        Assert.Equal("kept", (string?)updated["spec"]!["template"]!["spec"]!["containers"]![0]!["env"]![0]!["value"]);
    }

    private protected Task<TriggerTargetResult> UpdateAsync(JsonNode current)
    {
        var observed = Workload.Parse(current.ToJsonString());
        var updated = observed.WithImages(container => container.Name == "web" ? ClusterJson.Image : null);
        return Target.UpdateAsync(observed, updated, CancellationToken.None).AsTask();
    }
}
