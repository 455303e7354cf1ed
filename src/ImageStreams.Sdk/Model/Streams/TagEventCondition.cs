using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>What is known of the state of a tag.</summary>
[WireObject]
public sealed partial record TagEventCondition
{
    /// <summary>The type of the condition that says, with status <c>False</c>, that an import failed.</summary>
    public const string ImportSuccess = "ImportSuccess";

    /// <summary>What is known; <see cref="ImportSuccess"/> is the only one in use.</summary>
    [WireField("type")]
    public string Type { get; init; } = "";

    /// <summary>Whether it is so.</summary>
    [WireField("status")]
    public ConditionStatus Status { get; init; }

    /// <summary>When the status last changed.</summary>
    [WireField("lastTransitionTime")]
    public Timestamp LastTransitionTime { get; init; }

    /// <summary>Why it changed, as a name.</summary>
    [WireField("reason", OmitEmpty = true)]
    public string? Reason { get; init; }

    /// <summary>Why it changed, for a person.</summary>
    [WireField("message", OmitEmpty = true)]
    public string? Message { get; init; }

    /// <summary>The generation of the spec tag that it is about.</summary>
    [WireField("generation")]
    public long Generation { get; init; }
}
