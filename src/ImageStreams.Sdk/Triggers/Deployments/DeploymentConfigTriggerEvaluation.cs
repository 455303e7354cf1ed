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

    public DeploymentConfigUpdate Update
    {
        get
        {
            var outcomes = _outcomes.ToValueList();
            return _isUnresolvable ? new DeploymentConfigUpdate.Unresolvable { Triggers = outcomes }
                : _hasFired ? new DeploymentConfigUpdate.Updated { Triggers = outcomes, DeploymentConfig = Result }
                : new DeploymentConfigUpdate.Unchanged { Triggers = outcomes };
        }
    }

    private DeploymentConfig Result => config with
    {
        Spec = config.Spec with
        {
            Triggers = ValueList<DeploymentTriggerPolicy>.Own(_triggers),
            Template = config.Spec.Template is { } template ? template with { Spec = _images.Pods } : null,
        },
    };

    public void Add(int index, DeploymentTriggerImageChangeParams change)
    {
        var outcome = new DeploymentConfigTriggerOutcome { Index = index, From = change.From, Verdict = TriggerVerdict.Paused };
        _outcomes.Add(change.From.Kind != ReferenceKinds.ImageStreamTag ? outcome with { Verdict = TriggerVerdict.NotATag }
            : !change.Automatic ? outcome
            : Judge(outcome, change));
    }

    private DeploymentConfigTriggerOutcome Judge(
        DeploymentConfigTriggerOutcome outcome, DeploymentTriggerImageChangeParams change)
    {
        var last = change.LastTriggeredImage ?? "";
        var ns = NamespaceOf.Reference(change.From.Namespace, config.Metadata.Namespace);
        var pullSpec = tags.Find(ns, change.From.Name ?? "").PullSpec;
        if (pullSpec is null && last.Length == 0)
        {
            _isUnresolvable = true;
            return outcome with { Verdict = TriggerVerdict.Unresolved };
        }

        pullSpec = string.IsNullOrEmpty(pullSpec) ? last : pullSpec;
        var fires = Set(outcome.Index, change, pullSpec);
        _hasFired |= fires;
        return outcome with { PullSpec = pullSpec, Verdict = fires ? TriggerVerdict.Fires : TriggerVerdict.Unchanged };
    }

    private bool Set(int index, DeploymentTriggerImageChangeParams change, string pullSpec)
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
