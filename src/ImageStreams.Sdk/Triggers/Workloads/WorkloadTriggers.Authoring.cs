using ImageStreams.Collections;
using ImageStreams.References;
using ImageStreams.Workloads;

namespace ImageStreams.Triggers;

/// <content>
/// Edits triggers. The annotation is always one that OpenShift reads; other entries are unchanged, and a changed entry
/// keeps its unknown fields.
/// </content>
public static partial class WorkloadTriggers
{
    /// <summary>Adds a trigger that sets a container's image to that of a tag.</summary>
    /// <param name="workload">The workload.</param>
    /// <param name="container">The name of the container or init container.</param>
    /// <param name="tag">The tag, in the namespace of the workload unless it names one.</param>
    /// <param name="paused">True to add the trigger paused.</param>
    /// <returns>The workload with the trigger.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="workload"/>, <paramref name="container"/> or <paramref name="tag"/> is null.
    /// </exception>
    /// <exception cref="TriggerEditException">
    /// There is no such container, it already has a trigger, or the annotation cannot be read.
    /// </exception>
    public static Workload Add(Workload workload, string container, ImageStreamTagName tag, bool paused = false)
    {
        ArgumentNullException.ThrowIfNull(tag);

        var field = FindContainer(workload, container);
        return ListForEdit(workload).Any(CreateContainerFilter(workload, field))
            ? throw TriggerEditErrors.AlreadyTriggered(TriggerObject.From(workload), container)
            : Edit(workload, trigger => trigger, new ObjectFieldTrigger
            {
                From = CreateReference(workload, tag),
                FieldPath = PodContainers.GetImagePath(field.Path, field.Name),
                Paused = paused,
            });
    }

    /// <summary>Removes the trigger of a container, and the annotation with its last trigger.</summary>
    /// <param name="workload">The workload.</param>
    /// <param name="container">The container's name.</param>
    /// <returns>The workload without the trigger.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="workload"/> or <paramref name="container"/> is null.</exception>
    /// <exception cref="TriggerEditException">There is no such container or trigger, or the annotation cannot be
    /// read.</exception>
    public static Workload Remove(Workload workload, string container) => Change(workload, container, _ => null);

    /// <summary>Pauses the trigger of a container.</summary>
    /// <param name="workload">The workload.</param>
    /// <param name="container">The container's name.</param>
    /// <returns>The workload with the trigger paused.</returns>
    /// <inheritdoc cref="Remove" path="/exception"/>
    public static Workload Pause(Workload workload, string container) =>
        Change(workload, container, trigger => trigger with { Paused = true });

    /// <summary>Resumes the trigger of a container.</summary>
    /// <param name="workload">The workload.</param>
    /// <param name="container">The container's name.</param>
    /// <returns>The workload with the trigger no longer paused.</returns>
    /// <inheritdoc cref="Remove" path="/exception"/>
    public static Workload Resume(Workload workload, string container) =>
        Change(workload, container, trigger => trigger with { Paused = false });

    /// <summary>Moves the trigger of a container to another tag.</summary>
    /// <param name="workload">The workload.</param>
    /// <param name="container">The container's name.</param>
    /// <param name="tag">The new tag, in the namespace of the workload unless it names one.</param>
    /// <returns>The workload with the trigger on the new tag.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="workload"/>, <paramref name="container"/> or <paramref name="tag"/> is null.
    /// </exception>
    /// <exception cref="TriggerEditException">There is no such container or trigger, or the annotation cannot be
    /// read.</exception>
    public static Workload Retarget(Workload workload, string container, ImageStreamTagName tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        return Change(workload, container, trigger => trigger with { From = CreateReference(workload, tag) });
    }

    private static Workload Change(
        Workload workload, string container, Func<ObjectFieldTrigger, ObjectFieldTrigger?> change)
    {
        var field = FindContainer(workload, container);
        var isMatch = CreateContainerFilter(workload, field);
        return ListForEdit(workload).Any(isMatch)
            ? Edit(workload, trigger => isMatch(trigger) ? change(trigger) : trigger)
            : throw TriggerEditErrors.NoSuchTrigger(TriggerObject.From(workload), container);
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
            throw TriggerEditErrors.UnreadableAnnotation(TriggerObject.From(workload), e);
        }
    }

    private static WorkloadContainer FindContainer(Workload workload, string container)
    {
        ArgumentNullException.ThrowIfNull(workload);
        ArgumentNullException.ThrowIfNull(container);

        return workload.Containers.FirstOrDefault(one => one.Name == container)
            ?? throw TriggerEditErrors.NoSuchContainer(TriggerObject.From(workload), container);
    }

    /// <summary>Creates the filter for the triggers of a container.</summary>
    private static Func<ObjectFieldTrigger, bool> CreateContainerFilter(Workload workload, WorkloadContainer container)
    {
        var containers = new PodContainers(workload);
        return trigger => ReferenceEquals(containers.Find(trigger.FieldPath).Target, container);
    }

    private static ObjectFieldTriggerReference CreateReference(Workload workload, ImageStreamTagName tag) =>
        TriggerReferences.ToFieldReference(TriggerReferences.FromTag(tag, workload.Namespace));
}
