using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>One thing that is wrong with a request.</summary>
[WireObject]
public sealed partial record StatusCause
{
    /// <summary>What is wrong, as a name such as <c>FieldValueInvalid</c>.</summary>
    [WireField("reason", OmitEmpty = true)]
    public string? Reason { get; init; }

    /// <summary>What is wrong, for a person.</summary>
    [WireField("message", OmitEmpty = true)]
    public string? Message { get; init; }

    /// <summary>The field, as a path such as <c>spec.tags[0].from.name</c>.</summary>
    [WireField("field", OmitEmpty = true)]
    public string? Field { get; init; }
}
