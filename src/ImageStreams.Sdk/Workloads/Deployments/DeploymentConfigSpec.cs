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

    /// <summary>Creates a copy with the defaults that an API server sets; the same object when no field is left out.</summary>
    /// <param name="ns">The namespace of the deployment configuration.</param>
    internal DeploymentConfigSpec WithDefaults(string? ns)
    {
        var triggers = Triggers.IsNull
            ? [new DeploymentTriggerPolicy { Type = DeploymentTriggerPolicy.ConfigChangeType }]
            : Triggers.Map(trigger => trigger.WithDefaults(ns));
        return triggers.IsSameAs(Triggers) ? this : this with { Triggers = triggers };
    }
}
