using ImageStreams.Collections;
using ImageStreams.Triggers;

namespace ImageStreams.Controllers;

/// <summary>What the triggers of an object ask for, whatever its kind.</summary>
internal sealed record TriggerEvaluation
{
    /// <summary>What became of each trigger.</summary>
    public required ValueList<TriggerOutcome> Triggers { get; init; }

    /// <summary>What to do; null when there is nothing.</summary>
    public TriggerAction? Action { get; init; }

    /// <summary>Why nothing may be done; null when something may, or need not.</summary>
    public WorkloadTriggerResult.Invalid? Invalid { get; init; }
}
