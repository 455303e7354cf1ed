using ImageStreams.Collections;
using ImageStreams.Internal;
using ImageStreams.Serialization;

namespace ImageStreams.Workloads;

/// <summary>The desired state of a deployment configuration.</summary>
[WireObject]
public sealed partial record DeploymentConfigSpec
{
    /// <summary>The triggers, which start rollouts.</summary>
    [WireField("triggers")]
    public ValueList<DeploymentTriggerPolicy> Triggers { get; init; }

    /// <summary>Gets a value indicating whether rollouts are paused.</summary>
    [WireField("paused", OmitEmpty = true)]
    public bool Paused { get; init; }

    /// <summary>The template of the pods; null when there is none.</summary>
    [WireField("template", OmitEmpty = true)]
    public PodTemplateSpec? Template { get; init; }

    /// <summary>Returns the number of triggers.</summary>
    public override string ToString() => Quantity.Format(Triggers.Count, "trigger");
}
