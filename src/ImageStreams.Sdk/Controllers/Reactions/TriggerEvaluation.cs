using ImageStreams.Collections;
using ImageStreams.Triggers;

namespace ImageStreams.Controllers;

/// <summary>The evaluated triggers of an object of any kind.</summary>
internal sealed record TriggerEvaluation
{
    /// <summary>The outcome of each trigger.</summary>
    public required ValueList<TriggerOutcome> Triggers { get; init; }

    /// <summary>The required request to the target; null when none is required or allowed.</summary>
    public TriggerAction? Action { get; init; }

    /// <summary>The reason for which nothing may change; null when the object is valid.</summary>
    public WorkloadTriggerResult.Invalid? Invalid { get; init; }

    /// <summary>Creates the evaluation of an object from the result of its evaluator.</summary>
    public static TriggerEvaluation Create<T>(
        TriggerResult<T> result, TriggerAction? action, WorkloadTriggerResult.Invalid? invalid = null)
        where T : TriggerOutcome =>
        new() { Triggers = result.Triggers.ToValueList<TriggerOutcome>(), Action = action, Invalid = invalid };
}
