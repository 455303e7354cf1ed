using ImageStreams.References;

namespace ImageStreams.Triggers;

/// <summary>The outcome of evaluating one image-change trigger of a deployment configuration.</summary>
public sealed record DeploymentConfigTriggerOutcome : TriggerOutcome
{
    /// <summary>The position of the trigger in <c>spec.triggers</c>, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The reference that the trigger listens to.</summary>
    public required ObjectReference From { get; init; }

    /// <inheritdoc/>
    public override ImageStreamTagName? Tag => FindTagName(From.Kind, From.Namespace, From.Name);

    /// <inheritdoc/>
    public override string Explanation => Status switch
    {
        TriggerStatus.Fires => $"{ShowName(From.Name)} points to {PullSpec}, which not every container of the trigger has had.",
        TriggerStatus.Unchanged => $"{ShowName(From.Name)} points to {PullSpec}, which every container of the trigger has.",
        TriggerStatus.Paused => $"The trigger on {ShowName(From.Name)} is not automatic.",
        TriggerStatus.Unversioned => ExplainUnversioned(From.Name),
        TriggerStatus.NotATag => ExplainWrongKind(From.Kind),
        _ => $"{ShowName(From.Name)} does not point to an image, and never did.",
    };
}
