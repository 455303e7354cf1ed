using ImageStreams.Schemas;
using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>One condition of a tag.</summary>
[WireObject(Definition = DefinitionNames.Image + "TagEventCondition")]
public sealed partial record TagEventCondition
{
    /// <summary>The type of the condition whose status <c>False</c> means that the last import failed.</summary>
    public const string ImportSuccess = "ImportSuccess";

    /// <summary>The type; <see cref="ImportSuccess"/> is the only one in use.</summary>
    [WireField("type")]
    public string Type { get; init; } = "";

    /// <summary>The status of the condition.</summary>
    [WireField("status")]
    public ConditionStatus Status { get; init; }

    /// <summary>The time of the last change of the status.</summary>
    [WireField("lastTransitionTime", Optional = true)]
    public Timestamp LastTransitionTime { get; init; }

    /// <summary>The reason of the change, such as <c>NotFound</c>.</summary>
    [WireField("reason", OmitEmpty = true)]
    public string? Reason { get; init; }

    /// <summary>The reason of the change, in a sentence.</summary>
    [WireField("message", OmitEmpty = true)]
    public string? Message { get; init; }

    /// <summary>The generation of the spec tag that the condition belongs to.</summary>
    [WireField("generation")]
    public long Generation { get; init; }

    /// <summary>Returns the type, the status and the reason.</summary>
    public override string ToString() => string.IsNullOrEmpty(Reason) ? $"{Type}={Status}" : $"{Type}={Status} ({Reason})";
}
