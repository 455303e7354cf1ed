using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams.Triggers;

/// <summary>Says which containers of a workload must get another image, by the triggers in its annotation.</summary>
/// <remarks>
/// Reads only: it says what is to change, and leaves the object to its owner, who may use
/// <see cref="Workload.WithImages"/>.
/// </remarks>
public static class WorkloadTriggers
{
    /// <summary>The triggers that a workload's annotation lists; empty when it has none.</summary>
    /// <exception cref="TriggerAnnotationException">The annotation cannot be used.</exception>
    public static ValueList<ObjectFieldTrigger> List(Workload workload) => TriggerAnnotation.Read(workload);

    /// <summary>What becomes of each trigger of a workload, in their order; empty when it has none.</summary>
    /// <param name="workload">The object.</param>
    /// <param name="tags">What the tags point to.</param>
    /// <exception cref="TriggerAnnotationException">The object's annotation cannot be used.</exception>
    public static ValueList<WorkloadTriggerOutcome> Evaluate(Workload workload, ITagLookup tags) =>
        Evaluate(workload, List(workload), tags);

    /// <summary>The same with triggers that were read before, which takes most of the time.</summary>
    /// <param name="workload">The object.</param>
    /// <param name="triggers">Its triggers.</param>
    /// <param name="tags">What the tags point to.</param>
    public static ValueList<WorkloadTriggerOutcome> Evaluate(
        Workload workload, ValueList<ObjectFieldTrigger> triggers, ITagLookup tags)
    {
        ArgumentNullException.ThrowIfNull(workload);
        ArgumentNullException.ThrowIfNull(tags);

        var ns = workload.Namespace ?? "";
        var containers = new PodContainers(workload);
        var outcomes = new WorkloadTriggerOutcome[triggers.Count];
        for (var i = 0; i < outcomes.Length; i++)
        {
            outcomes[i] = Evaluate(triggers[i], ns, containers, tags);
        }

        return ValueList<WorkloadTriggerOutcome>.Own(outcomes);
    }

    private static WorkloadTriggerOutcome Evaluate(
        ObjectFieldTrigger trigger, string ns, PodContainers containers, ITagLookup tags)
    {
        if (trigger.Paused)
        {
            return new WorkloadTriggerOutcome { Trigger = trigger, Verdict = TriggerVerdict.Paused };
        }

        if (containers.Find(trigger.FieldPath) is not { } container)
        {
            return new WorkloadTriggerOutcome { Trigger = trigger, Verdict = TriggerVerdict.NoSuchField };
        }

        var image = container.Image ?? "";
        var pullSpec = tags.Find(NamespaceOf.Reference(trigger.From.Namespace, ns), trigger.From.Name).PullSpec;
        return new WorkloadTriggerOutcome
        {
            Trigger = trigger,
            Container = container.Name,
            Image = image,
            PullSpec = pullSpec,
            Verdict = pullSpec is null ? TriggerVerdict.Unresolved
                : pullSpec == image ? TriggerVerdict.Unchanged
                : TriggerVerdict.Fires,
        };
    }
}
