using ImageStreams.References;
using ImageStreams.Workloads;

namespace ImageStreams.Triggers;

/// <summary>The outcome of evaluating one trigger of a workload.</summary>
public sealed record WorkloadTriggerOutcome : TriggerOutcome
{
    /// <summary>The trigger in the annotation.</summary>
    public required ObjectFieldTrigger Trigger { get; init; }

    /// <summary>The name of the container; null when the container was not looked up or does not exist.</summary>
    public string? Container { get; init; }

    /// <summary>
    /// The image of the container before this trigger and after those before it; null when the container was not looked up
    /// or does not exist.
    /// </summary>
    public string? Image { get; init; }

    /// <summary>Gets a value indicating whether the trigger is invalid, in which case OpenShift changes nothing in the
    /// object.</summary>
    public bool IsInvalid => Status is TriggerStatus.InvalidFieldPath or TriggerStatus.NoSuchContainer;

    /// <inheritdoc/>
    public override ImageStreamTagName? Tag => FindTagName(Trigger.From.Kind, Trigger.From.Namespace, Trigger.From.Name);

    /// <inheritdoc/>
    public override string Explanation => Status switch
    {
        TriggerStatus.Fires when string.IsNullOrEmpty(Image) =>
            $"{ShowName(Trigger.From.Name)} points to {PullSpec}; the container {Container} has no image.",
        TriggerStatus.Fires => $"{ShowName(Trigger.From.Name)} points to {PullSpec}; the container {Container} has {Image}.",
        TriggerStatus.Unchanged => $"The container {Container} has {PullSpec}, to which {ShowName(Trigger.From.Name)} points.",
        TriggerStatus.Paused => $"The trigger on {ShowName(Trigger.From.Name)} is paused.",
        TriggerStatus.Unresolved => $"{ShowName(Trigger.From.Name)} does not point to an image.",
        TriggerStatus.Unversioned => ExplainUnversioned(Trigger.From.Name),
        TriggerStatus.NoSuchContainer => $"The object has no container {Trigger.FieldPath}.",
        TriggerStatus.InvalidFieldPath => $"The field {Trigger.FieldPath} is no container's image.",
        _ => $"The field {Trigger.FieldPath} is not one of the object's pods.",
    };
}
