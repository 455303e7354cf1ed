using ImageStreams.Builds;
using ImageStreams.Controllers;
using ImageStreams.Workloads;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>Starts every build apart from those of one configuration.</summary>
internal sealed class RefusingTarget(string refused) : ITriggerTarget
{
    public ValueTask<TriggerTargetResult> StartBuildAsync(
        BuildConfig buildConfig, BuildRequest request, CancellationToken cancellationToken) => new(
            buildConfig.Metadata.Name == refused
                ? new TriggerTargetResult.Refused { Message = "exceeded quota: compute, requested: pods=1, used: pods=20, limited: pods=20" }
                : TriggerTargetResult.Accepted.Instance);

    public ValueTask<TriggerTargetResult> UpdateAsync(Workload current, Workload updated, CancellationToken cancellationToken) =>
        new(TriggerTargetResult.Accepted.Instance);

    public ValueTask<TriggerTargetResult> UpdateAsync(
        DeploymentConfig current, DeploymentConfig updated, CancellationToken cancellationToken) =>
        new(TriggerTargetResult.Accepted.Instance);
}
