using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>What an API answers instead of an object: an error, or that something was done.</summary>
/// <remarks>
/// Called <c>Status</c> in the Kubernetes API, <c>meta/v1</c>; here the name would collide with the <c>Status</c> of
/// other objects.
/// </remarks>
[WireObject]
public sealed partial record KubernetesStatus
{
    /// <summary>The kind's name; null where the context says it.</summary>
    [WireField("kind", OmitEmpty = true)]
    public string? Kind { get; init; }

    /// <summary>The group and version; null where the context says it.</summary>
    [WireField("apiVersion", OmitEmpty = true)]
    public string? ApiVersion { get; init; }

    /// <summary>Metadata; usually empty.</summary>
    [WireField("metadata")]
    public ListMeta Metadata { get; init; } = ListMeta.Default;

    /// <summary><c>Success</c> or <c>Failure</c>.</summary>
    [WireField("status", OmitEmpty = true)]
    public string? Status { get; init; }

    /// <summary>What happened, for a person.</summary>
    [WireField("message", OmitEmpty = true)]
    public string? Message { get; init; }

    /// <summary>What happened, as a name such as <c>NotFound</c>.</summary>
    [WireField("reason", OmitEmpty = true)]
    public string? Reason { get; init; }

    /// <summary>What the reason is about.</summary>
    [WireField("details", OmitEmpty = true)]
    public StatusDetails? Details { get; init; }

    /// <summary>The HTTP status code; 0 when not given.</summary>
    [WireField("code", OmitEmpty = true)]
    public int Code { get; init; }
}
