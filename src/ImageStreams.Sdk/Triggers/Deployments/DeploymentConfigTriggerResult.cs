using ImageStreams.Collections;
using ImageStreams.Workloads;

namespace ImageStreams.Triggers;

/// <summary>
/// What <see cref="DeploymentConfigTriggers.Evaluate"/> answers: the object to store, or why there is none.
/// </summary>
public abstract record DeploymentConfigTriggerResult
{
    private DeploymentConfigTriggerResult()
    {
    }

    /// <summary>What became of each image-change trigger, in their order.</summary>
    public required ValueList<DeploymentConfigTriggerOutcome> Triggers { get; init; }

    /// <summary>The answer in a sentence for each trigger.</summary>
    public string Explanation => Triggers.IsEmpty
        ? "No trigger listens to an image."
        : string.Join(' ', Triggers.Select(trigger => trigger.Explanation));

    /// <summary>A trigger fired.</summary>
    public sealed record Changed : DeploymentConfigTriggerResult
    {
        /// <summary>
        /// The object with its new images; equal to the former one where a later trigger set an image back.
        /// </summary>
        public required DeploymentConfig DeploymentConfig { get; init; }
    }

    /// <summary>No trigger fired.</summary>
    public sealed record NoChange : DeploymentConfigTriggerResult;

    /// <summary>
    /// A tag does not point to an image and never did, so nothing may be rolled out: not even what other triggers ask for.
    /// </summary>
    public sealed record Unresolvable : DeploymentConfigTriggerResult;
}
