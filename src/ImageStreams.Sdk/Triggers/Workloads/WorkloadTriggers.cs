using ImageStreams.Collections;
using ImageStreams.Workloads;

namespace ImageStreams.Triggers;

/// <summary>Gives the containers of a workload the images that the triggers in its annotation ask for.</summary>
/// <remarks>
/// OpenShift's rules, those of its image trigger controller. Pure functions. A workload keeps its triggers once they
/// were read, so that asking again costs little more than a look-up for each.
/// </remarks>
public static partial class WorkloadTriggers
{
    /// <summary>The triggers that a workload's annotation lists; empty when it has none.</summary>
    /// <exception cref="TriggerAnnotationException">The annotation cannot be used.</exception>
    public static ValueList<ObjectFieldTrigger> List(Workload workload) => TriggerAnnotation.Read(workload);

    /// <summary>What becomes of each trigger of a workload, in their order; empty when it has none.</summary>
    /// <remarks>
    /// A mistake in one trigger does not keep the others from being evaluated here, but <see cref="Evaluate"/> then changes
    /// nothing.
    /// </remarks>
    /// <param name="workload">The object.</param>
    /// <param name="tags">What the tags point to.</param>
    /// <exception cref="TriggerAnnotationException">The object's annotation cannot be used.</exception>
    public static ValueList<WorkloadTriggerOutcome> ListOutcomes(Workload workload, ITagLookup tags)
    {
        ArgumentNullException.ThrowIfNull(tags);
        return new WorkloadTriggerEvaluation(workload, tags).Run(List(workload));
    }

    /// <summary>The workload with the images that its triggers ask for, and what became of each of them.</summary>
    /// <remarks>
    /// All that is not such an image stays byte for byte as it is. A mistake is a result, too; what is wrong inside the
    /// pods is only found by a trigger whose tag resolves.
    /// </remarks>
    /// <param name="workload">The object.</param>
    /// <param name="tags">What the tags point to.</param>
    public static WorkloadTriggerResult Evaluate(Workload workload, ITagLookup tags)
    {
        ArgumentNullException.ThrowIfNull(workload);
        ArgumentNullException.ThrowIfNull(tags);

        if (!workload.HasPods)
        {
            return CreateInvalid([], InvalidTriggerReason.UnsupportedObject, $"The {workload.Kind} has no template for its pods.");
        }

        try
        {
            return CreateResult(new WorkloadTriggerEvaluation(workload, tags), List(workload));
        }
        catch (TriggerAnnotationException e)
        {
            var reason = e.Reason == TriggerAnnotationFailure.DuplicateField ? InvalidTriggerReason.DuplicateTriggers : InvalidTriggerReason.InvalidAnnotation;
            return CreateInvalid([], reason, e.Message);
        }
    }

    private static WorkloadTriggerResult CreateResult(WorkloadTriggerEvaluation evaluation, ValueList<ObjectFieldTrigger> triggers)
    {
        var outcomes = evaluation.Run(triggers);
        foreach (var outcome in outcomes)
        {
            if (outcome.IsInvalid)
            {
                return CreateInvalid(outcomes, GetReason(outcome), outcome.Explanation);
            }
        }

        return evaluation.HasFired
            ? new WorkloadTriggerResult.Changed { Triggers = outcomes, Workload = evaluation.Workload }
            : new WorkloadTriggerResult.NoChange { Triggers = outcomes };
    }

    private static InvalidTriggerReason GetReason(WorkloadTriggerOutcome outcome) =>
        outcome.Status == TriggerStatus.NoSuchContainer
            ? InvalidTriggerReason.NoSuchContainer
            : InvalidTriggerReason.InvalidFieldPath;

    private static WorkloadTriggerResult.Invalid CreateInvalid(
        ValueList<WorkloadTriggerOutcome> outcomes, InvalidTriggerReason reason, string message) =>
        new() { Triggers = outcomes, Reason = reason, Message = message };
}
