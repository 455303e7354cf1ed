using ImageStreams.Schemas;
using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>One cause of a failed request.</summary>
[WireObject(Definition = DefinitionNames.Meta + "StatusCause")]
public sealed partial record StatusCause
{
    /// <summary>The reason, such as <c>FieldValueInvalid</c>.</summary>
    [WireField("reason", OmitEmpty = true)]
    public string? Reason { get; init; }

    /// <summary>The reason, in a sentence.</summary>
    [WireField("message", OmitEmpty = true)]
    public string? Message { get; init; }

    /// <summary>The field, as a path such as <c>spec.tags[0].from.name</c>.</summary>
    [WireField("field", OmitEmpty = true)]
    public string? Field { get; init; }

    /// <summary>Returns the reason, the field and the message.</summary>
    public override string ToString() => $"{Reason} {Field}: {Message}";
}
