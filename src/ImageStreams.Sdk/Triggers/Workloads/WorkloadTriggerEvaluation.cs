using ImageStreams.Collections;
using ImageStreams.Workloads;

namespace ImageStreams.Triggers;

/// <summary>Evaluates the triggers of a workload one after the other.</summary>
internal sealed class WorkloadTriggerEvaluation(Workload workload, ITagLookup tags)
{
    private readonly PodContainers _containers = new(workload);

    /// <summary>The images that triggers set, by the position of the container; null as long as there are none.</summary>
    private string?[]? _images;

    /// <summary>The workload with the images that the triggers set; the workload itself when they set none.</summary>
    public Workload Workload => _images is { } images
        ? workload.WithImages(container => images[GetPosition(container)])
        : workload;

    /// <summary>Gets a value indicating whether a trigger set an image, even if a later one restored it.</summary>
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

        // An unresolved tag hides errors inside the pods, but not a path that leads elsewhere.
        var field = _containers.Find(trigger.FieldPath);
        if (field.Kind == PodFieldKind.OutsidePods)
        {
            return CreateOutcome(trigger, TriggerStatus.OutsidePods);
        }

        var found = tags.Find(trigger.From.NamespaceOr(workload.Namespace), trigger.From.Name);
        if (found.PullSpec is not { } pullSpec)
        {
            return CreateOutcome(trigger, found.MissingStatus);
        }

        return field.Target is { } container
            ? SetImage(trigger, container, pullSpec)
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
        ObjectFieldTrigger trigger, TriggerStatus status, string? pullSpec = null) =>
        new() { Trigger = trigger, Status = status, PullSpec = pullSpec };
}
