using ImageStreams.Collections;
using ImageStreams.Schemas;
using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>The fields of an object that one field manager owns.</summary>
[WireObject(Definition = DefinitionNames.Meta + "ManagedFieldsEntry")]
public sealed partial record ManagedFieldsEntry
{
    /// <summary>The field manager, such as a tool or a controller.</summary>
    [WireField("manager", OmitEmpty = true)]
    public string? Manager { get; init; }

    /// <summary>The operation that made the manager the owner: <c>Apply</c> or <c>Update</c>.</summary>
    [WireField("operation", OmitEmpty = true)]
    public string? Operation { get; init; }

    /// <summary>The version of the API in which the fields are named.</summary>
    [WireField("apiVersion", OmitEmpty = true)]
    public string? ApiVersion { get; init; }

    /// <summary>The time of the last change of the entry.</summary>
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

    /// <summary>Returns the manager and the operation.</summary>
    public override string ToString() => $"{Manager} {Operation}";
}
