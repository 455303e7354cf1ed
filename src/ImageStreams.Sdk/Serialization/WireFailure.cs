namespace ImageStreams.Serialization;

/// <summary>What is wrong with JSON that an API type cannot be read from.</summary>
public enum WireFailure
{
    /// <summary>The text is not one JSON value.</summary>
    Syntax,

    /// <summary>Objects and arrays nest deeper than <see cref="ImageStreamJsonOptions.MaxDepth"/>.</summary>
    TooDeep,

    /// <summary>A value is of another type than its field, or a number does not fit it.</summary>
    Type,

    /// <summary>A text is not an RFC 3339 time.</summary>
    Time,

    /// <summary>A text is not padded standard base64.</summary>
    Base64,

    /// <summary>The object is of a kind that the type does not hold.</summary>
    Kind,
}
