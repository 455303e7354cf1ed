using ImageStreams.Triggers;
using ImageStreams.Workloads;

namespace ImageStreams.Fuzz;

/// <summary>Triggers of workloads that are evaluated, annotation and field paths included: nothing is thrown.</summary>
internal sealed class EvaluationTarget(byte[][] seeds) : WorkloadTarget("trigger-evaluation", seeds)
{
    private static readonly AnyTag Tags = new();

    protected override void Check(Workload workload)
    {
        try
        {
            var result = WorkloadTriggers.Evaluate(workload, Tags);
            Expect.That(result.ToString() is not null, "the result is told");
        }
        catch (TriggerAnnotationException)
        {
            // The annotation is malformed, which is all that may be thrown.
        }
    }

    private sealed class AnyTag : ITagLookup
    {
        public TagLookupResult Find(string ns, string name) => default;
    }
}
