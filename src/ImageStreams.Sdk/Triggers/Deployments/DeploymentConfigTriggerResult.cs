using ImageStreams.Workloads;

namespace ImageStreams.Triggers;

/// <summary>
/// The result of <see cref="DeploymentConfigTriggers.Evaluate"/>: the object with its new images, or the reason for which
/// there is none.
/// </summary>
public abstract record DeploymentConfigTriggerResult : TriggerResult<DeploymentConfigTriggerOutcome>
{
    private DeploymentConfigTriggerResult()
    {
    }

    /// <summary>A trigger fired, so the object has changed.</summary>
    public sealed record Changed : DeploymentConfigTriggerResult
    {
        /// <summary>
        /// The object with its new images; equal to the former object when a later trigger restored an image.
        /// </summary>
        public required DeploymentConfig DeploymentConfig { get; init; }
    }

    /// <summary>No trigger fired.</summary>
    public sealed record NoChange : DeploymentConfigTriggerResult;

    /// <summary>
    /// The tag of an automatic trigger does not point to an image and never did, so nothing is rolled out, not even the
    /// images of other triggers.
    /// </summary>
    public sealed record Unresolvable : DeploymentConfigTriggerResult;
}
