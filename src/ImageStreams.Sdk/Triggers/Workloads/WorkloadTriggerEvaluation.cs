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
        ? workload.WithImages(container => images[GetPosition(container)])
        : workload;

    /// <summary>Whether a trigger set an image, though another may have set it back.</summary>
    public bool HasFired => _images is not null;

    /// <summary>Evaluates the triggers in their order.</summary>
    public ValueList<WorkloadTriggerOutcome> Run(ValueList<ObjectFieldTrigger> triggers)
    {
        var outcomes = new WorkloadTriggerOutcome[triggers.Count];
        for (var i = 0; i < outcomes.Length; i++)
        {
            outcomes[i] = Evaluate(triggers[i]);
        }

        return ValueList<WorkloadTriggerOutcome>.Own(outcomes);
    }

    private WorkloadTriggerOutcome Evaluate(ObjectFieldTrigger trigger)
    {
        if (trigger.Paused)
        {
            return CreateOutcome(trigger, TriggerStatus.Paused);
        }

        // A tag that does not resolve hides what is wrong inside the pods, but not that a path leads elsewhere.
        var field = _containers.Find(trigger.FieldPath);
        if (field.Kind == PodFieldKind.OutsidePods)
        {
            return CreateOutcome(trigger, TriggerStatus.OutsidePods);
        }

        var pullSpec = tags.Find(trigger.From.NamespaceOr(workload.Namespace), trigger.From.Name).PullSpec;
        return pullSpec is null ? CreateOutcome(trigger, TriggerStatus.Unresolved)
            : field.Target is { } container ? SetImage(trigger, container, pullSpec)
            : CreateOutcome(trigger, GetFieldStatus(field), pullSpec);
    }

    private WorkloadTriggerOutcome SetImage(ObjectFieldTrigger trigger, WorkloadContainer container, string pullSpec)
    {
        var position = GetPosition(container);
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
            Status = fires ? TriggerStatus.Fires : TriggerStatus.Unchanged,
        };
    }

    private int GetPosition(WorkloadContainer container) =>
        container.IsInit ? container.Index : workload.InitCount + container.Index;

    private static TriggerStatus GetFieldStatus(PodField field) => field.Kind == PodFieldKind.Malformed
        ? TriggerStatus.InvalidFieldPath
        : TriggerStatus.NoSuchContainer;

    private static WorkloadTriggerOutcome CreateOutcome(
        ObjectFieldTrigger trigger, TriggerStatus verdict, string? pullSpec = null) =>
        new() { Trigger = trigger, Status = verdict, PullSpec = pullSpec };
}
