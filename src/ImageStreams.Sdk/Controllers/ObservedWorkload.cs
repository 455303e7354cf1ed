using ImageStreams.Collections;
using ImageStreams.Triggers;
using ImageStreams.Workloads;

namespace ImageStreams.Controllers;

/// <summary>A workload with an annotation, as a controller holds it.</summary>
internal sealed class ObservedWorkload(Workload workload) : ObservedObject(TriggerObject.From(workload), ListReadableTriggers(workload))
{
    private Workload Workload { get; } = workload;

    public override bool HasChangedSince(ObservedObject? former)
    {
        try
        {
            return TriggerIndex.Compare(Workload, (former as ObservedWorkload)?.Workload) != TriggerChange.None;
        }
        catch (TriggerAnnotationException)
        {
            return former is not ObservedWorkload other || !Workload.Equals(other.Workload);
        }
    }

    public override TriggerEvaluation Evaluate(ITagLookup tags, Timestamp now)
    {
        var result = WorkloadTriggers.Evaluate(Workload, tags);
        return new TriggerEvaluation
        {
            Triggers = result.Triggers.ToValueList<TriggerOutcome>(),
            Action = result is WorkloadTriggerResult.Changed updated ? CreateAction(updated.Workload) : null,
            Invalid = result as WorkloadTriggerResult.Invalid,
        };
    }

    private TriggerAction CreateAction(Workload updated) => new()
    {
        RunAsync = (target, cancellationToken) => target.UpdateAsync(Workload, updated, cancellationToken),
        ResultingObject = new ObservedWorkload(updated),
    };

    /// <summary>An annotation that cannot be read listens to nothing; what is wrong with it comes to light when it is looked at.</summary>
    private static ValueList<ObjectFieldTrigger> ListReadableTriggers(Workload workload)
    {
        try
        {
            return WorkloadTriggers.List(workload);
        }
        catch (TriggerAnnotationException)
        {
            return [];
        }
    }
}
