using System.Globalization;
using ImageStreams.Schemas;
using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>The response of an API that returns no object: an error, or a success.</summary>
/// <remarks>
/// Called <c>Status</c> in the Kubernetes API, <c>meta/v1</c>; here the name would collide with the <c>Status</c> of
/// other objects.
/// </remarks>
[WireObject(Definition = DefinitionNames.Meta + "Status")]
public sealed partial record KubernetesStatus
{
    /// <summary>The <c>kind</c>; null where the context implies it.</summary>
    [WireField("kind", OmitEmpty = true)]
    public string? Kind { get; init; }

    /// <summary>The <c>apiVersion</c>; null where the context implies it.</summary>
    [WireField("apiVersion", OmitEmpty = true)]
    public string? ApiVersion { get; init; }

    /// <summary>The metadata; usually empty.</summary>
    [WireField("metadata", Optional = true)]
    public ListMeta Metadata { get; init; } = ListMeta.Default;

    /// <summary><c>Success</c> or <c>Failure</c>.</summary>
    [WireField("status", OmitEmpty = true)]
    public string? Status { get; init; }

    /// <summary>The human-readable message.</summary>
    [WireField("message", OmitEmpty = true)]
    public string? Message { get; init; }

    /// <summary>The reason, such as <c>NotFound</c>.</summary>
    [WireField("reason", OmitEmpty = true)]
    public string? Reason { get; init; }

    /// <summary>The object that the status concerns, and the causes.</summary>
    [WireField("details", OmitEmpty = true, ListType = "atomic")]
    public StatusDetails? Details { get; init; }

    /// <summary>The HTTP status code; 0 when not given.</summary>
    [WireField("code", OmitEmpty = true)]
    public int Code { get; init; }

    /// <summary>Returns the status and, of a failure, its code, reason and message.</summary>
    public override string ToString() => string.IsNullOrEmpty(Reason)
        ? Status ?? ""
        : string.Create(CultureInfo.InvariantCulture, $"{Status} {Code} {Reason}: {Message}");
}
