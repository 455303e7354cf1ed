using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams.Workloads;

/// <summary>What to run, and when to roll it out.</summary>
[WireObject]
public sealed partial record DeploymentConfigSpec
{
    /// <summary>What starts a roll-out.</summary>
    [WireField("triggers")]
    public ValueList<DeploymentTriggerPolicy> Triggers { get; init; }

    /// <summary>Whether roll-outs are held back.</summary>
    [WireField("paused", OmitEmpty = true)]
    public bool Paused { get; init; }

    /// <summary>The pods to run.</summary>
    [WireField("template", OmitEmpty = true)]
    public PodTemplateSpec? Template { get; init; }
}
