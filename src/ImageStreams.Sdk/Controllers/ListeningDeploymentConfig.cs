using ImageStreams.Collections;
using ImageStreams.Triggers;
using ImageStreams.Workloads;

namespace ImageStreams.Controllers;

/// <summary>A deployment configuration, as a controller holds it.</summary>
internal sealed class ListeningDeploymentConfig(DeploymentConfig config)
    : ListeningObject(TriggerObject.Of(config), DeploymentConfigTriggers.List(config))
{
    private DeploymentConfig Config { get; } = config;

    public override bool HasNews(ListeningObject? former) =>
        TriggerIndex.Compare(Config, (former as ListeningDeploymentConfig)?.Config) != TriggerChange.None;

    public override TriggerDecision Decide(ITagLookup tags, Timestamp now)
    {
        var update = DeploymentConfigTriggers.Update(Config, tags);
        return new TriggerDecision
        {
            Triggers = update.Triggers.ToValueList<TriggerOutcome>(),
            Action = update is DeploymentConfigUpdate.Updated updated ? Store(updated.DeploymentConfig) : null,
        };
    }

    private TriggerAction Store(DeploymentConfig updated) => new()
    {
        Run = (target, cancellationToken) => target.UpdateAsync(Config, updated, cancellationToken),
        After = new ListeningDeploymentConfig(updated),
    };
}
