using ImageStreams.Workloads;

namespace ImageStreams.Triggers;

/// <summary>
/// The result of <see cref="WorkloadTriggers.Evaluate"/>: the object with its new images, or the reason for which there is
/// none.
/// </summary>
public abstract record WorkloadTriggerResult : TriggerResult<WorkloadTriggerOutcome>
{
    private WorkloadTriggerResult()
    {
    }

    /// <summary>A trigger fired, so the object has changed.</summary>
    public sealed record Changed : WorkloadTriggerResult
    {
        /// <summary>
        /// The object with its new images; equal to the former object when a later trigger restored an image.
        /// </summary>
        public required Workload Workload { get; init; }
    }

    /// <summary>No trigger fired.</summary>
    public sealed record NoChange : WorkloadTriggerResult;

    /// <summary>The object, its annotation or one of its triggers is invalid, so nothing in it may change.</summary>
    public sealed record Invalid : WorkloadTriggerResult
    {
        /// <summary>The reason; the first one when there are several.</summary>
        public required InvalidTriggerReason Reason { get; init; }

        /// <summary>The reason in one sentence.</summary>
        public required string Message { get; init; }

        /// <inheritdoc cref="Message"/>
        public override string Explanation => Message;
    }
}
