using ImageStreams.Builds;

namespace ImageStreams.Triggers;

/// <summary>The result of <see cref="BuildTriggers.Evaluate"/>: a build is required, or it is not.</summary>
public abstract record BuildTriggerResult : TriggerResult<BuildTriggerOutcome>
{
    private BuildTriggerResult()
    {
    }

    /// <summary>A trigger fired, so a build is required.</summary>
    public sealed record BuildRequired : BuildTriggerResult
    {
        /// <summary>
        /// The request for the build API: the image of the first trigger that fired, and a cause for each that did.
        /// </summary>
        public required BuildRequest Request { get; init; }
    }

    /// <summary>No trigger fired, so no build is required.</summary>
    public sealed record NoBuild : BuildTriggerResult;
}
