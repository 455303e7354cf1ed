using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>One thing that is known of a signature.</summary>
[WireObject]
public sealed partial record SignatureCondition
{
    /// <summary>What is known, such as <c>Trusted</c>.</summary>
    [WireField("type")]
    public string Type { get; init; } = "";

    /// <summary>Whether it is so.</summary>
    [WireField("status")]
    public ConditionStatus Status { get; init; }

    /// <summary>When it was last checked.</summary>
    [WireField("lastProbeTime")]
    public Timestamp LastProbeTime { get; init; }

    /// <summary>When the status last changed.</summary>
    [WireField("lastTransitionTime")]
    public Timestamp LastTransitionTime { get; init; }

    /// <summary>Why it last changed, as a name.</summary>
    [WireField("reason", OmitEmpty = true)]
    public string? Reason { get; init; }

    /// <summary>Why it last changed, for a person.</summary>
    [WireField("message", OmitEmpty = true)]
    public string? Message { get; init; }
}
