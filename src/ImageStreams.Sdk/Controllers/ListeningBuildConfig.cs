using ImageStreams.Builds;
using ImageStreams.Collections;
using ImageStreams.Triggers;

namespace ImageStreams.Controllers;

/// <summary>A build configuration, as a controller holds it.</summary>
internal sealed class ListeningBuildConfig(BuildConfig buildConfig)
    : ListeningObject(TriggerObject.Of(buildConfig), BuildTriggers.List(buildConfig))
{
    private BuildConfig BuildConfig { get; } = buildConfig;

    public override bool HasNews(ListeningObject? former) =>
        TriggerIndex.Compare(BuildConfig, (former as ListeningBuildConfig)?.BuildConfig) != TriggerChange.None;

    public override TriggerDecision Decide(ITagLookup tags, Timestamp now)
    {
        var decision = BuildTriggers.Decide(BuildConfig, tags);
        return new TriggerDecision
        {
            Triggers = decision.Triggers.ToValueList<TriggerOutcome>(),
            Action = decision is BuildDecision.Build build ? Start(build.Request, tags, now) : null,
        };
    }

    private TriggerAction Start(BuildRequest request, ITagLookup tags, Timestamp now) => new()
    {
        Run = (target, cancellationToken) => target.StartBuildAsync(BuildConfig, request, cancellationToken),
        After = new ListeningBuildConfig(BuildTriggers.RecordBuild(BuildConfig, request, now, tags)),
        Request = request,
    };
}
