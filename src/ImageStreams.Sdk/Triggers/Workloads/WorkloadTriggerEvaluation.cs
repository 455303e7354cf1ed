using ImageStreams.Collections;
using ImageStreams.Workloads;

namespace ImageStreams.Triggers;

/// <summary>One evaluation of a workload's triggers, one after the other.</summary>
internal sealed class WorkloadTriggerEvaluation(Workload workload, ITagLookup tags)
{
    private readonly PodContainers _containers = new(workload);

    /// <summary>The images that triggers set, by the position of their container; null while there are none.</summary>
    private string?[]? _images;

    /// <summary>The object with what the triggers set; the object itself when they set nothing.</summary>
    public Workload Workload => _images is { } images
        ? workload.WithImages(container => images[PositionOf(container)])
        : workload;

    /// <summary>Whether a trigger set an image, though another may have set it back.</summary>
    public bool HasFired => _images is not null;

    /// <summary>Evaluates the triggers in their order.</summary>
    public ValueList<WorkloadTriggerOutcome> Run(ValueList<ObjectFieldTrigger> triggers)
    {
        var outcomes = new WorkloadTriggerOutcome[triggers.Count];
        for (var i = 0; i < outcomes.Length; i++)
        {
            outcomes[i] = Judge(triggers[i]);
        }

        return ValueList<WorkloadTriggerOutcome>.Own(outcomes);
    }

    private WorkloadTriggerOutcome Judge(ObjectFieldTrigger trigger)
    {
        if (trigger.Paused)
        {
            return Without(trigger, TriggerVerdict.Paused);
        }

        // A tag that does not resolve hides what is wrong inside the pods, but not that a path leads elsewhere.
        var field = _containers.Find(trigger.FieldPath);
        if (field.Kind == PodFieldKind.OutsidePods)
        {
            return Without(trigger, TriggerVerdict.OutsidePods);
        }

        var pullSpec = tags.Find(NamespaceOf.Reference(trigger.From.Namespace, workload.Namespace), trigger.From.Name).PullSpec;
        return pullSpec is null ? Without(trigger, TriggerVerdict.Unresolved)
            : field.Target is { } container ? Set(trigger, container, pullSpec)
            : Without(trigger, MistakeIn(field), pullSpec);
    }

    private WorkloadTriggerOutcome Set(ObjectFieldTrigger trigger, WorkloadContainer container, string pullSpec)
    {
        var position = PositionOf(container);
        var image = _images?[position] ?? container.Image ?? "";
        var fires = image != pullSpec;
        if (fires)
        {
            (_images ??= new string?[workload.Containers.Count])[position] = pullSpec;
        }

        return new WorkloadTriggerOutcome
        {
            Trigger = trigger,
            Container = container.Name,
            Image = image,
            PullSpec = pullSpec,
            Verdict = fires ? TriggerVerdict.Fires : TriggerVerdict.Unchanged,
        };
    }

    private int PositionOf(WorkloadContainer container) =>
        container.IsInit ? container.Index : workload.InitCount + container.Index;

    private static TriggerVerdict MistakeIn(PodField field) => field.Kind == PodFieldKind.Malformed
        ? TriggerVerdict.InvalidFieldPath
        : TriggerVerdict.NoSuchContainer;

    private static WorkloadTriggerOutcome Without(
        ObjectFieldTrigger trigger, TriggerVerdict verdict, string? pullSpec = null) =>
        new() { Trigger = trigger, Verdict = verdict, PullSpec = pullSpec };
}
