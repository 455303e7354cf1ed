using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams.Workloads;

/// <summary>The parameters of an image-change trigger, which rolls out when a tag moves to another image.</summary>
[WireObject]
public sealed partial record DeploymentTriggerImageChangeParams
{
    /// <summary>Gets a value indicating whether a new image is deployed automatically.</summary>
    [WireField("automatic", OmitEmpty = true)]
    public bool Automatic { get; init; }

    /// <summary>The containers that get the image.</summary>
    [WireField("containerNames", OmitEmpty = true)]
    public ValueList<string> ContainerNames { get; init; }

    /// <summary>The tag.</summary>
    [WireField("from")]
    public ObjectReference From { get; init; } = ObjectReference.Default;

    /// <summary>The pull spec that was last deployed.</summary>
    [WireField("lastTriggeredImage", OmitEmpty = true)]
    public string? LastTriggeredImage { get; init; }

    /// <summary>Returns the tag.</summary>
    public override string ToString() => From.ToString();
}
