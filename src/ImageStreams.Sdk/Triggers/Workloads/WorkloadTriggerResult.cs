using ImageStreams.Collections;
using ImageStreams.Workloads;

namespace ImageStreams.Triggers;

/// <summary>What <see cref="WorkloadTriggers.Evaluate"/> answers: the object to store, or why there is none.</summary>
public abstract record WorkloadTriggerResult
{
    private WorkloadTriggerResult()
    {
    }

    /// <summary>
    /// What became of each trigger, in their order; empty where the object has none, or they could not be read.
    /// </summary>
    public required ValueList<WorkloadTriggerOutcome> Triggers { get; init; }

    /// <summary>The answer in a sentence for each trigger, those that fire first.</summary>
    public virtual string Explanation => Triggers.IsEmpty
        ? "No trigger listens to an image."
        : string.Join(' ', Triggers.OrderBy(trigger => trigger.Status != TriggerStatus.Fires).Select(t => t.Explanation));

    /// <summary>A trigger fired.</summary>
    public sealed record Changed : WorkloadTriggerResult
    {
        /// <summary>
        /// The object with its new images; equal to the former one where a later trigger set an image back.
        /// </summary>
        public required Workload Workload { get; init; }
    }

    /// <summary>No trigger fired.</summary>
    public sealed record NoChange : WorkloadTriggerResult;

    /// <summary>The object or one of its triggers is mistaken, so nothing of it may change.</summary>
    public sealed record Invalid : WorkloadTriggerResult
    {
        /// <summary>The mistake; the first one where there are several.</summary>
        public required InvalidTriggerReason Reason { get; init; }

        /// <summary>The mistake in a sentence.</summary>
        public required string Message { get; init; }

        /// <inheritdoc cref="Message"/>
        public override string Explanation => Message;
    }
}
