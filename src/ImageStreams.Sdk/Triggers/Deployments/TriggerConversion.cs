using ImageStreams.Collections;
using ImageStreams.Workloads;

namespace ImageStreams.Triggers;

/// <summary>The triggers of a deployment configuration as a Deployment has them.</summary>
public sealed record TriggerConversion
{
    /// <summary>The triggers, each on a container of its own.</summary>
    public required ValueList<ObjectFieldTrigger> Triggers { get; init; }

    /// <summary>What is different afterwards, or lost, in the order of the triggers that it is about.</summary>
    public required ValueList<TriggerConversionNote> Notes { get; init; }

    /// <summary>The text of the annotation <c>image.openshift.io/triggers</c>; null where there are no triggers.</summary>
    public string? Annotation => Triggers.IsEmpty ? null : TriggerAnnotation.Write(Triggers);
}
