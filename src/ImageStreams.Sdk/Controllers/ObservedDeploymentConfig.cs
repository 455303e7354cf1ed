using ImageStreams.Collections;
using ImageStreams.Triggers;
using ImageStreams.Workloads;

namespace ImageStreams.Controllers;

/// <summary>A deployment configuration, as a controller holds it.</summary>
internal sealed class ObservedDeploymentConfig(DeploymentConfig config)
    : ObservedObject(TriggerObject.From(config), DeploymentConfigTriggers.List(config))
{
    private DeploymentConfig Config { get; } = config;

    public override bool HasChangedSince(ObservedObject? former) =>
        TriggerIndex.Compare(Config, (former as ObservedDeploymentConfig)?.Config) != TriggerChange.None;

    public override TriggerEvaluation Evaluate(ITagLookup tags, Timestamp now)
    {
        var result = DeploymentConfigTriggers.Evaluate(Config, tags);
        return new TriggerEvaluation
        {
            Triggers = result.Triggers.ToValueList<TriggerOutcome>(),
            Action = result is DeploymentConfigTriggerResult.Changed updated ? CreateAction(updated.DeploymentConfig) : null,
        };
    }

    private TriggerAction CreateAction(DeploymentConfig updated) => new()
    {
        RunAsync = (target, cancellationToken) => target.UpdateAsync(Config, updated, cancellationToken),
        ResultingObject = new ObservedDeploymentConfig(updated),
    };
}
