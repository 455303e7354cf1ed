using ImageStreams.Collections;
using ImageStreams.Workloads;

namespace ImageStreams.Triggers;

/// <summary>A deployment configuration, converted to a Deployment.</summary>
public sealed record TriggerConversion
{
    /// <summary>The whole Deployment, with the same name, pods and triggers.</summary>
    /// <remarks>
    /// Has the labels, annotations, replicas, selector, template and strategy of the deployment configuration; see
    /// <see cref="Notes"/> for what a Deployment does not have. A container without an image has a blank one, which its trigger
    /// fills in.
    /// </remarks>
    public required Workload Deployment { get; init; }

    /// <summary>The triggers, each for one container.</summary>
    public required ValueList<ObjectFieldTrigger> Triggers { get; init; }

    /// <summary>The notes on what is different or lost, in the order of the triggers that they concern.</summary>
    public required ValueList<TriggerConversionNote> Notes { get; init; }

    /// <summary>The text of the annotation <c>image.openshift.io/triggers</c>; null when there are no triggers.</summary>
    public string? Annotation => Triggers.IsEmpty ? null : TriggerAnnotation.Write(Triggers);

    /// <summary>Writes the triggers into a Deployment that exists already; everything else in it is kept.</summary>
    /// <param name="deployment">The Deployment, or another workload with the same pods.</param>
    /// <returns>The workload with these triggers in place of its former ones.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="deployment"/> is null.</exception>
    public Workload ApplyTo(Workload deployment)
    {
        ArgumentNullException.ThrowIfNull(deployment);
        return deployment.WithAnnotation(ObjectFieldTrigger.AnnotationName, Annotation);
    }
}
