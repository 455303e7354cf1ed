using ImageStreams.Controllers;
using ImageStreams.Kubernetes;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>The target that updates whole objects, as OpenShift's own controller does.</summary>
public sealed class ReplacingTargetTests : TriggerTargetContract
{
    protected override TriggerWriting Writing => TriggerWriting.ReplaceObjects;

    [Fact]
    public async Task Update_StatusWasWrittenSince_IsAConflict()
    {
        var current = await Json.PostAsync(ClusterJson.Deployments, ClusterJson.Workload());
        await Json.MergeAsync(ClusterJson.Deployments + "/web/status", """{"status":{"replicas":7}}""");

        Assert.Equal(TriggerTargetResult.Conflict.Instance, await UpdateAsync(current));
    }
}
