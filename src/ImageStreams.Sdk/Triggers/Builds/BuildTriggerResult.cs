using ImageStreams.Builds;
using ImageStreams.Collections;

namespace ImageStreams.Triggers;

/// <summary>What <see cref="BuildTriggers.Evaluate"/> answers: whether a build must start, and why or why not.</summary>
public abstract record BuildTriggerResult
{
    private BuildTriggerResult()
    {
    }

    /// <summary>What became of each image-change trigger, in their order.</summary>
    public required ValueList<BuildTriggerOutcome> Triggers { get; init; }

    /// <summary>The decision in a sentence for each trigger, those that fire first.</summary>
    public string Explanation => Triggers.IsEmpty
        ? "No trigger listens to an image."
        : string.Join(' ', Triggers.OrderBy(trigger => trigger.Status != TriggerStatus.Fires).Select(t => t.Explanation));

    /// <summary>A build must start.</summary>
    public sealed record BuildRequired : BuildTriggerResult
    {
        /// <summary>What to ask the build API for: the first image that fired, and a cause for each that did.</summary>
        public required BuildRequest Request { get; init; }
    }

    /// <summary>Nothing fired.</summary>
    public sealed record NoBuild : BuildTriggerResult;
}
