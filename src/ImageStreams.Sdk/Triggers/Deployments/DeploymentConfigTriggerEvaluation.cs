using ImageStreams.Collections;
using ImageStreams.Workloads;

namespace ImageStreams.Triggers;

/// <summary>One evaluation of a deployment configuration's triggers, one after the other.</summary>
internal sealed class DeploymentConfigTriggerEvaluation(DeploymentConfig config, ITagLookup tags)
{
    private readonly List<DeploymentConfigTriggerOutcome> _outcomes = [];
    private readonly DeploymentTriggerPolicy[] _triggers = [.. config.Spec.Triggers];
    private readonly DeploymentConfigImages _images = new(config.Spec.Template?.Spec ?? PodSpec.Default);
    private bool _hasFired;
    private bool _isUnresolvable;

    public DeploymentConfigTriggerResult Result
    {
        get
        {
            var outcomes = _outcomes.ToValueList();
            return _isUnresolvable ? new DeploymentConfigTriggerResult.Unresolvable { Triggers = outcomes }
                : _hasFired ? new DeploymentConfigTriggerResult.Changed { Triggers = outcomes, DeploymentConfig = ChangedConfig }
                : new DeploymentConfigTriggerResult.NoChange { Triggers = outcomes };
        }
    }

    private DeploymentConfig ChangedConfig => config with
    {
        Spec = config.Spec with
        {
            Triggers = ValueList<DeploymentTriggerPolicy>.Own(_triggers),
            Template = config.Spec.Template is { } template ? template with { Spec = _images.Pods } : null,
        },
    };

    public void Add(int index, DeploymentTriggerImageChangeParams change)
    {
        var outcome = new DeploymentConfigTriggerOutcome { Index = index, From = change.From, Status = TriggerStatus.Paused };
        _outcomes.Add(change.From.Kind != ReferenceKinds.ImageStreamTag ? outcome with { Status = TriggerStatus.NotATag }
            : !change.Automatic ? outcome
            : Evaluate(outcome, change));
    }

    private DeploymentConfigTriggerOutcome Evaluate(
        DeploymentConfigTriggerOutcome outcome, DeploymentTriggerImageChangeParams change)
    {
        var last = change.LastTriggeredImage ?? "";
        var ns = change.From.NamespaceOr(config.Metadata.Namespace);
        var pullSpec = tags.Find(ns, change.From.Name ?? "").PullSpec;
        if (pullSpec is null && last.Length == 0)
        {
            _isUnresolvable = true;
            return outcome with { Status = TriggerStatus.Unresolved };
        }

        pullSpec = string.IsNullOrEmpty(pullSpec) ? last : pullSpec;
        var fires = SetImages(outcome.Index, change, pullSpec);
        _hasFired |= fires;
        return outcome with { PullSpec = pullSpec, Status = fires ? TriggerStatus.Fires : TriggerStatus.Unchanged };
    }

    private bool SetImages(int index, DeploymentTriggerImageChangeParams change, string pullSpec)
    {
        var fires = (change.LastTriggeredImage ?? "") != pullSpec;
        if (fires)
        {
            _triggers[index] = _triggers[index] with { ImageChangeParams = change with { LastTriggeredImage = pullSpec } };
        }

        foreach (var name in change.ContainerNames)
        {
            fires |= _images.Set(name, pullSpec);
        }

        return fires;
    }
}
