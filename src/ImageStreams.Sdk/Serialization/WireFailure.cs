namespace ImageStreams.Serialization;

/// <summary>The reasons why an API type cannot be read from JSON.</summary>
public enum WireFailure
{
    /// <summary>The text is not one JSON value.</summary>
    Syntax,

    /// <summary>Objects and arrays nest deeper than <see cref="ImageStreamJsonOptions.MaxDepth"/>.</summary>
    TooDeep,

    /// <summary>A value has another type than its field, or a number does not fit it.</summary>
    Type,

    /// <summary>A text is not an RFC 3339 time.</summary>
    Time,

    /// <summary>A text is not padded standard base64.</summary>
    Base64,

    /// <summary>The <c>kind</c> of the object is not one that the type has.</summary>
    Kind,

    /// <summary>The text is longer than <see cref="ImageStreamJsonOptions.MaxStreamBytes"/>.</summary>
    TooLarge,
}
