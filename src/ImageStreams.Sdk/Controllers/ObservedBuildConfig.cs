using ImageStreams.Builds;
using ImageStreams.Collections;
using ImageStreams.Triggers;

namespace ImageStreams.Controllers;

/// <summary>A build configuration, as a controller holds it.</summary>
internal sealed class ObservedBuildConfig(BuildConfig buildConfig)
    : ObservedObject(TriggerObject.From(buildConfig), BuildTriggers.List(buildConfig))
{
    private BuildConfig BuildConfig { get; } = buildConfig;

    public override bool HasChangedSince(ObservedObject? former) =>
        TriggerIndex.Compare(BuildConfig, (former as ObservedBuildConfig)?.BuildConfig) != TriggerChange.None;

    public override TriggerEvaluation Evaluate(ITagLookup tags, Timestamp now)
    {
        var evaluation = BuildTriggers.Evaluate(BuildConfig, tags);
        return new TriggerEvaluation
        {
            Triggers = evaluation.Triggers.ToValueList<TriggerOutcome>(),
            Action = evaluation is BuildTriggerResult.BuildRequired build ? CreateAction(build.Request, tags, now) : null,
        };
    }

    private TriggerAction CreateAction(BuildRequest request, ITagLookup tags, Timestamp now) => new()
    {
        RunAsync = (target, cancellationToken) => target.StartBuildAsync(BuildConfig, request, cancellationToken),
        ResultingObject = new ObservedBuildConfig(BuildTriggers.RecordBuild(BuildConfig, request, now, tags)),
        Request = request,
    };
}
