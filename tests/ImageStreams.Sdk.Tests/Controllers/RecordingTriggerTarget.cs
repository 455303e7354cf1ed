using ImageStreams.Builds;
using ImageStreams.Controllers;
using ImageStreams.Triggers;
using ImageStreams.Workloads;

namespace ImageStreams.Tests.Controllers;

/// <summary>A target that records the objects of the requests, and answers all of them alike.</summary>
internal sealed class RecordingTriggerTarget : ITriggerTarget
{
    /// <summary>The answer; null to throw.</summary>
    public TriggerTargetResult? Result { get; set; } = TriggerTargetResult.Accepted.Instance;

    /// <summary>The objects of the requests, in their order.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>Is invoked during each request.</summary>
    public Action<TriggerObject> Asked { get; set; } = static _ => { };

    public ValueTask<TriggerTargetResult> StartBuildAsync(
        BuildConfig buildConfig, BuildRequest request, CancellationToken cancellationToken) =>
        AnswerAsync(TriggerObject.From(buildConfig));

    public ValueTask<TriggerTargetResult> UpdateAsync(
        Workload current, Workload updated, CancellationToken cancellationToken) => AnswerAsync(TriggerObject.From(current));

    public ValueTask<TriggerTargetResult> UpdateAsync(
        DeploymentConfig current, DeploymentConfig updated, CancellationToken cancellationToken) =>
        AnswerAsync(TriggerObject.From(current));

    private ValueTask<TriggerTargetResult> AnswerAsync(TriggerObject name)
    {
        Requests.Add(name.ToString());
        Asked(name);
        return new(Result ?? throw new IOException("The connection was cut."));
    }
}
