using ImageStreams.Serialization;

namespace ImageStreams.Workloads;

/// <summary>Something that starts roll-outs.</summary>
[WireObject]
public sealed partial record DeploymentTriggerPolicy
{
    /// <summary>The type of a trigger on a change of an image.</summary>
    public const string ImageChangeType = "ImageChange";

    /// <summary>The type of a trigger on a change of the pod template.</summary>
    public const string ConfigChangeType = "ConfigChange";

    /// <summary>What it is: <c>ImageChange</c> or <c>ConfigChange</c>.</summary>
    [WireField("type", OmitEmpty = true)]
    public string? Type { get; init; }

    /// <summary>For a change of an image.</summary>
    [WireField("imageChangeParams", OmitEmpty = true)]
    public DeploymentTriggerImageChangeParams? ImageChangeParams { get; init; }
}
