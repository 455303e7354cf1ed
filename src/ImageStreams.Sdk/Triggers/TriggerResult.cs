using ImageStreams.Collections;

namespace ImageStreams.Triggers;

/// <summary>The result of evaluating all triggers of one object.</summary>
/// <remarks>
/// The results of the evaluators, <see cref="BuildTriggerResult"/>, <see cref="DeploymentConfigTriggerResult"/> and
/// <see cref="WorkloadTriggerResult"/>, are closed: they have only their nested cases.
/// </remarks>
/// <typeparam name="TOutcome">The type of the outcome of one trigger.</typeparam>
public abstract record TriggerResult<TOutcome>
    where TOutcome : TriggerOutcome
{
    private protected TriggerResult()
    {
    }

    /// <summary>
    /// The outcome of each image-change trigger, in the order of the triggers; empty when there are none or they cannot be
    /// read.
    /// </summary>
    public required ValueList<TOutcome> Triggers { get; init; }

    /// <summary>The result in one sentence for each trigger, those that fire first.</summary>
    public virtual string Explanation => Triggers.IsEmpty
        ? "No trigger listens to an image."
        : string.Join(' ', Triggers.OrderBy(trigger => trigger.Status != TriggerStatus.Fires).Select(t => t.Explanation));

    /// <summary>Formats the case and its explanation.</summary>
    public sealed override string ToString() => $"{Label}: {Explanation}";

    private protected virtual string Label => GetType().Name;
}
