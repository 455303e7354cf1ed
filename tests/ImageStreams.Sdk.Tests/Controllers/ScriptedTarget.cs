using ImageStreams.Builds;
using ImageStreams.Controllers;
using ImageStreams.Workloads;

namespace ImageStreams.Tests.Controllers;

/// <summary>Answers each request with the next of some results, and then with the last one.</summary>
internal sealed class ScriptedTarget(params TriggerTargetResult?[] results) : ITriggerTarget
{
    private int _calls;

    public ValueTask<TriggerTargetResult> StartBuildAsync(
        BuildConfig buildConfig, BuildRequest request, CancellationToken cancellationToken) => Answer();

    public ValueTask<TriggerTargetResult> UpdateAsync(Workload current, Workload updated, CancellationToken cancellationToken) =>
        Answer();

    public ValueTask<TriggerTargetResult> UpdateAsync(
        DeploymentConfig current, DeploymentConfig updated, CancellationToken cancellationToken) => Answer();

    private ValueTask<TriggerTargetResult> Answer() => new(
        results.Length == 0 ? TriggerTargetResult.Accepted.Instance : results[Math.Min(_calls++, results.Length - 1)]!);
}
