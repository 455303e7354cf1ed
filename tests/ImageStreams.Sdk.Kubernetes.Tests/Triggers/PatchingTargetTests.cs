using ImageStreams.Builds;
using ImageStreams.Clients;
using ImageStreams.Controllers;
using ImageStreams.Kubernetes;
using ImageStreams.Serialization;
using ImageStreams.Testing.Server;
using ImageStreams.Triggers;
using ImageStreams.Workloads;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>The target that patches images, and what does not depend on the manner of writing.</summary>
public sealed class PatchingTargetTests : TriggerTargetContract
{
    private const string Web = ClusterJson.Deployments + "/web";
    private const string BuildConfigs = "/apis/build.openshift.io/v1/namespaces/default/buildconfigs";

    protected override TriggerWriting Writing => TriggerWriting.PatchImages;

    [Fact]
    public async Task Update_StatusAndLabelsWereWrittenSince_KeepsThem()
    {
        var current = await Json.PostAsync(ClusterJson.Deployments, ClusterJson.Workload());
        await Json.MergeAsync(Web + "/status", """{"status":{"replicas":7}}""");
        await Json.MergeAsync(Web, """{"metadata":{"labels":{"team":"a"}},"spec":{"replicas":7}}""");

        Assert.Equal(TriggerTargetResult.Accepted.Instance, await UpdateAsync(current));

        var updated = await Json.GetAsync(Web);
        Assert.Equal(ClusterJson.Image, updated.Image(1));
        Assert.Equal("a", (string?)updated["metadata"]!["labels"]!["team"]);
        Assert.Equal(7, (int?)updated["status"]!["replicas"]);
        Assert.Equal(7, (int?)updated["spec"]!["replicas"]);
    }

    [Fact]
    public async Task StartBuild_StartsItWithItsCausesAndOnce()
    {
        await Json.PushAsync("base", "1");
        var stream = await Cluster.Cluster.Client.Streams.GetAsync("default", "base");
        var config = ImageStreamJson.Deserialize<BuildConfig>((await Json.PostAsync(BuildConfigs, TriggerObjects.BuildConfig)).ToJsonString());
        var evaluated = BuildTriggers.Evaluate(config, new StreamTagLookup([stream]));
        var request = Assert.IsType<BuildTriggerResult.BuildRequired>(evaluated).Request;

        Assert.Equal(TriggerTargetResult.Accepted.Instance, await Target.StartBuildAsync(config, request, default));
        Assert.Equal(TriggerTargetResult.Conflict.Instance, await Target.StartBuildAsync(config, request, default));

        var build = Assert.Single((await Json.GetAsync("/apis/build.openshift.io/v1/namespaces/default/builds"))["items"]!.AsArray());
        Assert.Equal("Image change", (string?)build!["spec"]!["triggeredBy"]![0]!["message"]);
        Assert.Equal(ClusterJson.Image, (string?)build["spec"]!["triggeredBy"]![0]!["imageChangeBuild"]!["imageID"]);
    }

    [Fact]
    public async Task StartBuild_AnotherOneWasStartedSince_IsAConflict()
    {
        var config = ImageStreamJson.Deserialize<BuildConfig>((await Json.PostAsync(BuildConfigs, TriggerObjects.BuildConfig)).ToJsonString());
        var request = new BuildRequest { Metadata = new ObjectMeta { Namespace = "default", Name = "app" }, LastVersion = 7 };

        Assert.Equal(TriggerTargetResult.Conflict.Instance, await Target.StartBuildAsync(config, request, default));
    }

    [Fact]
    public async Task Update_ServerCannotBeReached_Throws()
    {
        var current = await Json.PostAsync(ClusterJson.Deployments, ClusterJson.Workload());
        Cluster.Cluster.Faults.FailNext(ClusterFault.Disconnect);

        var failure = await Assert.ThrowsAsync<ApiException>(() => UpdateAsync(current));

        Assert.Equal(ApiFailure.ServiceUnavailable, failure.Reason);
    }

    [Fact]
    public async Task Update_KindIsNotKnown_IsRefusedWithoutARequest()
    {
        var workload = Workload.Parse("""{"kind":"Job","apiVersion":"batch/v1","metadata":{"namespace":"default","name":"a"},"spec":{"template":{"spec":{"containers":[]}}}}""");

        var refused = Assert.IsType<TriggerTargetResult.Refused>(await Target.UpdateAsync(workload, workload, default));

        Assert.Contains("Job default/a", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Cluster.Cluster.Requests);
    }
}
