using ImageStreams.Collections;
using ImageStreams.References;
using ImageStreams.Workloads;

namespace ImageStreams.Triggers;

/// <content>Writing triggers: the annotation is always one that OpenShift reads.</content>
/// <remarks>
/// Other entries of the annotation stay as they are, and one that is changed keeps the fields that are not known.
/// </remarks>
public static partial class WorkloadTriggers
{
    /// <summary>The workload with one more trigger, which gives a container the image of a tag.</summary>
    /// <param name="workload">The workload.</param>
    /// <param name="container">The container's name, or that of an init container.</param>
    /// <param name="tag">The tag; without a namespace, or with that of the workload, one of its own namespace.</param>
    /// <param name="paused">Whether the trigger is held back at first.</param>
    /// <exception cref="TriggerEditException">There is no such container, it has a trigger already, or the annotation cannot
    /// be read.</exception>
    public static Workload Add(Workload workload, string container, ImageStreamTagName tag, bool paused = false)
    {
        ArgumentNullException.ThrowIfNull(tag);

        var field = FindContainer(workload, container);
        return ListForEdit(workload).Any(CreateContainerFilter(workload, field))
            ? throw TriggerEditException.AlreadyTriggered(TriggerObject.From(workload), container)
            : Edit(workload, trigger => trigger, new ObjectFieldTrigger
            {
                From = CreateReference(workload, tag),
                FieldPath = PodContainers.GetImagePath(field.Path, field.Name),
                Paused = paused,
            });
    }

    /// <summary>The workload without the trigger of a container; without the annotation, where that was the last one.</summary>
    /// <param name="workload">The workload.</param>
    /// <param name="container">The container's name.</param>
    /// <exception cref="TriggerEditException">There is no such container or trigger, or the annotation cannot be read.</exception>
    public static Workload Remove(Workload workload, string container) => Change(workload, container, _ => null);

    /// <summary>The workload with the trigger of a container held back.</summary>
    /// <inheritdoc cref="Remove"/>
    public static Workload Pause(Workload workload, string container) =>
        Change(workload, container, trigger => trigger with { Paused = true });

    /// <summary>The workload with the trigger of a container no longer held back.</summary>
    /// <inheritdoc cref="Remove"/>
    public static Workload Resume(Workload workload, string container) =>
        Change(workload, container, trigger => trigger with { Paused = false });

    /// <summary>The workload with the trigger of a container on another tag.</summary>
    /// <param name="workload">The workload.</param>
    /// <param name="container">The container's name.</param>
    /// <param name="tag">The tag; without a namespace, or with that of the workload, one of its own namespace.</param>
    /// <exception cref="TriggerEditException">There is no such container or trigger, or the annotation cannot be read.</exception>
    public static Workload Retarget(Workload workload, string container, ImageStreamTagName tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        return Change(workload, container, trigger => trigger with { From = CreateReference(workload, tag) });
    }

    private static Workload Change(
        Workload workload, string container, Func<ObjectFieldTrigger, ObjectFieldTrigger?> change)
    {
        var field = FindContainer(workload, container);
        var isIt = CreateContainerFilter(workload, field);
        return ListForEdit(workload).Any(isIt)
            ? Edit(workload, trigger => isIt(trigger) ? change(trigger) : trigger)
            : throw TriggerEditException.NoTrigger(TriggerObject.From(workload), container);
    }

    private static Workload Edit(
        Workload workload, Func<ObjectFieldTrigger, ObjectFieldTrigger?> change, ObjectFieldTrigger? added = null)
    {
        var text = TriggerAnnotation.Edit(workload.FindAnnotation(ObjectFieldTrigger.AnnotationName), change, added);
        return workload.WithAnnotation(ObjectFieldTrigger.AnnotationName, text == "[]" ? null : text);
    }

    private static ValueList<ObjectFieldTrigger> ListForEdit(Workload workload)
    {
        try
        {
            return List(workload);
        }
        catch (TriggerAnnotationException e)
        {
            throw TriggerEditException.Unreadable(TriggerObject.From(workload), e);
        }
    }

    private static WorkloadContainer FindContainer(Workload workload, string container)
    {
        ArgumentNullException.ThrowIfNull(workload);
        ArgumentNullException.ThrowIfNull(container);

        return workload.Containers.FirstOrDefault(one => one.Name == container)
            ?? throw TriggerEditException.NoContainer(TriggerObject.From(workload), container);
    }

    /// <summary>Says of each trigger whether it is that of a container.</summary>
    private static Func<ObjectFieldTrigger, bool> CreateContainerFilter(Workload workload, WorkloadContainer container)
    {
        var containers = new PodContainers(workload);
        return trigger => ReferenceEquals(containers.Find(trigger.FieldPath).Target, container);
    }

    private static ObjectFieldTriggerReference CreateReference(Workload workload, ImageStreamTagName tag) =>
        TriggerReferences.ToFieldReference(TriggerReferences.FromTag(tag, workload.Namespace));
}
