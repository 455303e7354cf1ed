using ImageStreams.References;

namespace ImageStreams.Triggers;

/// <summary>What became of one image-change trigger of a build configuration.</summary>
public sealed record BuildTriggerOutcome : TriggerOutcome
{
    /// <summary>The position of the trigger in <c>spec.triggers</c>, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>
    /// What the trigger listens to: its own reference or that of the strategy; null when there is none.
    /// </summary>
    public ObjectReference? From { get; init; }

    /// <summary>The pull spec that it last fired for; null when there is no record.</summary>
    public string? LastPullSpec { get; init; }

    /// <inheritdoc/>
    public override ImageStreamTagName? Tag => TagOf(From?.Kind, From?.Namespace, From?.Name);

    /// <inheritdoc/>
    public override string Explanation => Verdict switch
    {
        TriggerVerdict.Fires when string.IsNullOrEmpty(LastPullSpec) =>
            $"{From?.Name} points to {PullSpec}, and no build has had it.",
        TriggerVerdict.Fires => $"{From?.Name} points to {PullSpec}; the last build had {LastPullSpec}.",
        TriggerVerdict.Unchanged => $"{From?.Name} still points to {PullSpec}, which the last build had.",
        TriggerVerdict.Paused => $"The trigger on {From?.Name} is paused.",
        TriggerVerdict.NotATag => $"The trigger names a {From?.Kind}; only an ImageStreamTag can fire.",
        TriggerVerdict.Unresolved => $"{From?.Name} does not point to an image.",
        _ => "Neither the trigger nor the strategy names an image.",
    };
}
