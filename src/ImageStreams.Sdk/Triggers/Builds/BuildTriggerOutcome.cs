using ImageStreams.References;

namespace ImageStreams.Triggers;

/// <summary>The outcome of evaluating one image-change trigger of a build configuration.</summary>
public sealed record BuildTriggerOutcome : TriggerOutcome
{
    /// <summary>The position of the trigger in <c>spec.triggers</c>, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>
    /// The reference that the trigger listens to, its own or that of the strategy; null when there is none.
    /// </summary>
    public ObjectReference? From { get; init; }

    /// <summary>The pull spec for which the trigger fired last; null when none is recorded.</summary>
    public string? LastPullSpec { get; init; }

    /// <inheritdoc/>
    public override ImageStreamTagName? Tag => FindTagName(From?.Kind, From?.Namespace, From?.Name);

    /// <inheritdoc/>
    public override string Explanation => Status switch
    {
        TriggerStatus.Fires when string.IsNullOrEmpty(LastPullSpec) =>
            $"{ShowName(From?.Name)} points to {PullSpec}, and no build has had it.",
        TriggerStatus.Fires => $"{ShowName(From?.Name)} points to {PullSpec}; the last build had {LastPullSpec}.",
        TriggerStatus.Unchanged => $"{ShowName(From?.Name)} still points to {PullSpec}, which the last build had.",
        TriggerStatus.Paused => $"The trigger on {ShowName(From?.Name)} is paused.",
        TriggerStatus.NotATag => ExplainWrongKind(From?.Kind),
        TriggerStatus.Unversioned => ExplainUnversioned(From?.Name),
        TriggerStatus.UnknownType => "The trigger has no type that exists; an API server drops it.",
        TriggerStatus.Unresolved => $"{ShowName(From?.Name)} does not point to an image.",
        _ => "Neither the trigger nor the strategy names an image.",
    };
}
