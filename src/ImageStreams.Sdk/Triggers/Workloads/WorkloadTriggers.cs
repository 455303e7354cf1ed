using ImageStreams.Collections;
using ImageStreams.Workloads;

namespace ImageStreams.Triggers;

/// <summary>Lists, evaluates and edits the triggers in the annotation of workloads.</summary>
/// <remarks>
/// Pure functions with the rules of OpenShift's image trigger controller. A workload keeps its triggers once they have been
/// read, so evaluating it again costs little more than a lookup for each trigger.
/// </remarks>
public static partial class WorkloadTriggers
{
    /// <summary>Lists the triggers in the annotation of a workload.</summary>
    /// <param name="workload">The workload.</param>
    /// <returns>The triggers; empty when there is no annotation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="workload"/> is null.</exception>
    /// <exception cref="TriggerAnnotationException">The annotation is not a list of triggers, or has two for one
    /// field.</exception>
    public static ValueList<ObjectFieldTrigger> List(Workload workload) => TriggerAnnotation.Read(workload);

    /// <summary>Evaluates the triggers: the workload with its new images, and the outcome of each trigger.</summary>
    /// <remarks>
    /// Everything except those images is kept, byte for byte. An invalid object is a result and not an exception. A
    /// <c>fieldPath</c> that is invalid inside the pods is found only when the tag of its trigger points to an image.
    /// </remarks>
    /// <param name="workload">The workload.</param>
    /// <param name="tags">The lookup of the images that tags point to.</param>
    /// <returns>The result, with the changed object when a trigger fired.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="workload"/> or <paramref name="tags"/> is null.
    /// </exception>
    public static WorkloadTriggerResult Evaluate(Workload workload, ITagLookup tags)
    {
        ArgumentNullException.ThrowIfNull(workload);
        ArgumentNullException.ThrowIfNull(tags);

        if (!workload.HasPods)
        {
            return CreateInvalid([], InvalidTriggerReason.UnsupportedObject, $"The {workload.Kind} has no pod template.");
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

    private static WorkloadTriggerResult CreateResult(
        WorkloadTriggerEvaluation evaluation, ValueList<ObjectFieldTrigger> triggers)
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
