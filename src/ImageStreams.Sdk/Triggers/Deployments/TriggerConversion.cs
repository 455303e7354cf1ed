using ImageStreams.Collections;
using ImageStreams.Workloads;

namespace ImageStreams.Triggers;

/// <summary>The triggers of a deployment configuration, converted to those of a Deployment.</summary>
public sealed record TriggerConversion
{
    /// <summary>The triggers, each for one container.</summary>
    public required ValueList<ObjectFieldTrigger> Triggers { get; init; }

    /// <summary>The notes on what is different or lost, in the order of the triggers that they concern.</summary>
    public required ValueList<TriggerConversionNote> Notes { get; init; }

    /// <summary>The text of the annotation <c>image.openshift.io/triggers</c>; null when there are no triggers.</summary>
    public string? Annotation => Triggers.IsEmpty ? null : TriggerAnnotation.Write(Triggers);
}
