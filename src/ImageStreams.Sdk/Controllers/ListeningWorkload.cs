using ImageStreams.Collections;
using ImageStreams.Triggers;
using ImageStreams.Workloads;

namespace ImageStreams.Controllers;

/// <summary>A workload with an annotation, as a controller holds it.</summary>
internal sealed class ListeningWorkload(Workload workload) : ListeningObject(TriggerObject.Of(workload), ListOf(workload))
{
    private Workload Workload { get; } = workload;

    public override bool HasNews(ListeningObject? former)
    {
        try
        {
            return TriggerIndex.Compare(Workload, (former as ListeningWorkload)?.Workload) != TriggerChange.None;
        }
        catch (TriggerAnnotationException)
        {
            return former is not ListeningWorkload other || !Workload.Equals(other.Workload);
        }
    }

    public override TriggerDecision Decide(ITagLookup tags, Timestamp now)
    {
        var update = WorkloadTriggers.Update(Workload, tags);
        return new TriggerDecision
        {
            Triggers = update.Triggers.ToValueList<TriggerOutcome>(),
            Action = update is WorkloadUpdate.Updated updated ? Store(updated.Workload) : null,
            Mistake = update as WorkloadUpdate.Failed,
        };
    }

    private TriggerAction Store(Workload updated) => new()
    {
        Run = (target, cancellationToken) => target.UpdateAsync(Workload, updated, cancellationToken),
        After = new ListeningWorkload(updated),
    };

    /// <summary>An annotation that cannot be read listens to nothing; what is wrong with it comes to light when it is looked at.</summary>
    private static ValueList<ObjectFieldTrigger> ListOf(Workload workload)
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
