using ImageStreams.Serialization;

namespace ImageStreams.Workloads;

/// <summary>The template of the pods of a workload.</summary>
/// <remarks>Has the fields that triggers need; all other fields are kept as unknown fields.</remarks>
[WireObject]
public sealed partial record PodTemplateSpec
{
    /// <summary>The labels and annotations of the pods.</summary>
    [WireField("metadata")]
    public ObjectMeta Metadata { get; init; } = ObjectMeta.Default;

    /// <summary>The specification of the pods.</summary>
    [WireField("spec")]
    public PodSpec Spec { get; init; } = PodSpec.Default;

    /// <summary>Returns the number of containers.</summary>
    public override string ToString() => Spec.ToString();
}
