using ImageStreams.Schemas;
using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>One condition of a signature.</summary>
[WireObject(Definition = DefinitionNames.Image + "SignatureCondition")]
public sealed partial record SignatureCondition
{
    /// <summary>The type, such as <c>Trusted</c>.</summary>
    [WireField("type")]
    public string Type { get; init; } = "";

    /// <summary>The status of the condition.</summary>
    [WireField("status")]
    public ConditionStatus Status { get; init; }

    /// <summary>The time of the last check.</summary>
    [WireField("lastProbeTime", Optional = true)]
    public Timestamp LastProbeTime { get; init; }

    /// <summary>The time of the last change of the status.</summary>
    [WireField("lastTransitionTime", Optional = true)]
    public Timestamp LastTransitionTime { get; init; }

    /// <summary>The reason of the last change, as a name.</summary>
    [WireField("reason", OmitEmpty = true)]
    public string? Reason { get; init; }

    /// <summary>The reason of the last change, in a sentence.</summary>
    [WireField("message", OmitEmpty = true)]
    public string? Message { get; init; }

    /// <summary>Returns the type and the status.</summary>
    public override string ToString() => $"{Type}={Status}";
}
