using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>What the reason of a <see cref="KubernetesStatus"/> is about.</summary>
[WireObject]
public sealed partial record StatusDetails
{
    /// <summary>The name of the object.</summary>
    [WireField("name", OmitEmpty = true)]
    public string? Name { get; init; }

    /// <summary>The object's API group.</summary>
    [WireField("group", OmitEmpty = true)]
    public string? Group { get; init; }

    /// <summary>The object's kind, or its resource's name.</summary>
    [WireField("kind", OmitEmpty = true)]
    public string? Kind { get; init; }

    /// <summary>The object's UID.</summary>
    [WireField("uid", OmitEmpty = true)]
    public string? Uid { get; init; }

    /// <summary>Every single thing that is wrong.</summary>
    [WireField("causes", OmitEmpty = true)]
    public ValueList<StatusCause> Causes { get; init; }

    /// <summary>How long to wait before another try, in seconds; 0 when not given.</summary>
    [WireField("retryAfterSeconds", OmitEmpty = true)]
    public int RetryAfterSeconds { get; init; }
}
