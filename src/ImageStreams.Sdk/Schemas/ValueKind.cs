namespace ImageStreams.Schemas;

/// <summary>The JSON types of a <see cref="FieldSchema.Value"/>.</summary>
public enum ValueKind
{
    /// <summary>A string.</summary>
    String,

    /// <summary>A number without a fraction.</summary>
    Integer,

    /// <summary>A number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>Any JSON, whose structure follows from the value: an object is a map of such values, an array is atomic. Also a
    /// quantity, and a number or text.</summary>
    Any,
}
