using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams.Workloads;

/// <summary>Rolls out when a tag comes to point to another image.</summary>
[WireObject]
public sealed partial record DeploymentTriggerImageChangeParams
{
    /// <summary>Whether the new image is taken without being asked for.</summary>
    [WireField("automatic", OmitEmpty = true)]
    public bool Automatic { get; init; }

    /// <summary>The containers that get the image.</summary>
    [WireField("containerNames", OmitEmpty = true)]
    public ValueList<string> ContainerNames { get; init; }

    /// <summary>The tag.</summary>
    [WireField("from")]
    public ObjectReference From { get; init; } = ObjectReference.Default;

    /// <summary>The pull spec that was last taken.</summary>
    [WireField("lastTriggeredImage", OmitEmpty = true)]
    public string? LastTriggeredImage { get; init; }
}
