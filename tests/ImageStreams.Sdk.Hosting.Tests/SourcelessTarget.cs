using ImageStreams.Builds;
using ImageStreams.Controllers;
using ImageStreams.Workloads;

namespace ImageStreams.Tests.Hosting;

/// <summary>A target that is no source.</summary>
internal sealed class SourcelessTarget : ITriggerTarget
{
    public ValueTask<TriggerTargetResult> StartBuildAsync(
        BuildConfig buildConfig, BuildRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<TriggerTargetResult> UpdateAsync(Workload current, Workload updated, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public ValueTask<TriggerTargetResult> UpdateAsync(
        DeploymentConfig current, DeploymentConfig updated, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
