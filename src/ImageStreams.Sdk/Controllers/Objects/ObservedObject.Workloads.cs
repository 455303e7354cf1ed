using ImageStreams.Collections;
using ImageStreams.Triggers;
using ImageStreams.Workloads;

namespace ImageStreams.Controllers;

/// <content>Workloads.</content>
internal abstract partial class ObservedObject
{
    /// <summary>A workload that cannot be read: it listens to nothing, and its evaluation has the cause.</summary>
    private sealed class UnreadableWorkload(Workload workload, WorkloadTriggerResult.Invalid result)
        : Observed<Workload>(TriggerObject.From(workload), [], workload)
    {
        public override TriggerEvaluation Evaluate(ITagLookup tags, Timestamp now) =>
            TriggerEvaluation.Create(result, action: null, result);

        protected override bool HasChanged(Workload? former) => !Value.Equals(former);
    }

    private sealed class ObservedWorkload(Workload workload)
        : Observed<Workload>(TriggerObject.From(workload), ListReadableTriggers(workload), workload)
    {
        public override TriggerEvaluation Evaluate(ITagLookup tags, Timestamp now)
        {
            var result = WorkloadTriggers.Evaluate(Value, tags);
            var updated = (result as WorkloadTriggerResult.Changed)?.Workload;
            return TriggerEvaluation.Create(
                result, updated is null ? null : CreateAction(updated), result as WorkloadTriggerResult.Invalid);
        }

        protected override bool HasChanged(Workload? former)
        {
            try
            {
                return TriggerIndex.Compare(Value, former) != TriggerChange.None;
            }
            catch (TriggerAnnotationException)
            {
                return !Value.Equals(former);
            }
        }

        private TriggerAction CreateAction(Workload updated) => new()
        {
            RunAsync = (target, cancellationToken) => target.UpdateAsync(Value, updated, cancellationToken),
            ResultingObject = From(updated),
        };

        /// <summary>Lists the triggers; none when they cannot be read, which the evaluation reports.</summary>
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
}
