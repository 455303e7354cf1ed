namespace ImageStreams.Triggers;

/// <summary>What became of one image-change trigger of a deployment configuration.</summary>
public sealed record DeploymentConfigTriggerOutcome
{
    /// <summary>The position of the trigger in <c>spec.triggers</c>, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>What the trigger listens to.</summary>
    public required ObjectReference From { get; init; }

    /// <summary>What became of it.</summary>
    public required TriggerVerdict Verdict { get; init; }

    /// <summary>
    /// The image that its containers are to have: what the tag points to, or else what it pointed to last; null when that
    /// was not asked, or there is none.
    /// </summary>
    public string? PullSpec { get; init; }

    /// <summary>The outcome in a sentence.</summary>
    public string Explanation => Verdict switch
    {
        TriggerVerdict.Fires => $"{From.Name} stands for {PullSpec}, which not every container of the trigger has had.",
        TriggerVerdict.Unchanged => $"{From.Name} stands for {PullSpec}, which every container of the trigger has.",
        TriggerVerdict.Paused => $"The trigger on {From.Name} is not automatic.",
        TriggerVerdict.NotATag => $"The trigger names a {From.Kind}; only an ImageStreamTag can fire.",
        _ => $"{From.Name} does not point to an image, and never did.",
    };
}
