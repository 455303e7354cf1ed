using ImageStreams.Serialization;

namespace ImageStreams.Workloads;

/// <summary>The pods that a workload runs.</summary>
/// <remarks>Holds what triggers need; everything else survives among the unknown fields.</remarks>
[WireObject]
public sealed partial record PodTemplateSpec
{
    /// <summary>Labels and annotations of the pods.</summary>
    [WireField("metadata")]
    public ObjectMeta Metadata { get; init; } = ObjectMeta.Default;

    /// <summary>What the pods run.</summary>
    [WireField("spec")]
    public PodSpec Spec { get; init; } = PodSpec.Default;
}
