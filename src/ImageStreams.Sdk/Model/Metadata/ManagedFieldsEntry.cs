using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>The fields of an object that one manager owns.</summary>
[WireObject]
public sealed partial record ManagedFieldsEntry
{
    /// <summary>Who owns them, such as a tool or a controller.</summary>
    [WireField("manager", OmitEmpty = true)]
    public string? Manager { get; init; }

    /// <summary>How they came to be owned: <c>Apply</c> or <c>Update</c>.</summary>
    [WireField("operation", OmitEmpty = true)]
    public string? Operation { get; init; }

    /// <summary>The version of the API in which the fields are named.</summary>
    [WireField("apiVersion", OmitEmpty = true)]
    public string? ApiVersion { get; init; }

    /// <summary>When the entry last changed.</summary>
    [WireField("time", OmitEmpty = true)]
    public Timestamp? Time { get; init; }

    /// <summary>The format of the fields; <c>FieldsV1</c> is the only one.</summary>
    [WireField("fieldsType", OmitEmpty = true)]
    public string? FieldsType { get; init; }

    /// <summary>The set of fields.</summary>
    [WireField("fieldsV1", OmitEmpty = true)]
    public RawJson FieldsV1 { get; init; }

    /// <summary>The subresource that was written, such as <c>status</c>.</summary>
    [WireField("subresource", OmitEmpty = true)]
    public string? Subresource { get; init; }
}
