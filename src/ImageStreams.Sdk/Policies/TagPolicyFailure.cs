namespace ImageStreams.Policies;

/// <summary>The errors of a policy, its gates, approvals and state.</summary>
public enum TagPolicyFailure
{
    /// <summary>The annotation is not a JSON object.</summary>
    InvalidJson,

    /// <summary>The annotation is longer than 16 KiB.</summary>
    TooLong,

    /// <summary>A field is not one of a policy.</summary>
    UnknownField,

    /// <summary>A field is there twice.</summary>
    RepeatedField,

    /// <summary>A field has a value of another type.</summary>
    WrongType,

    /// <summary>A word or number is none of those that the field can have.</summary>
    InvalidValue,

    /// <summary>The range is not one.</summary>
    InvalidRange,

    /// <summary>A pattern is not one, or is too large.</summary>
    InvalidPattern,

    /// <summary>There are more than 32 patterns.</summary>
    TooManyPatterns,

    /// <summary>A field has no meaning together with another one.</summary>
    NotApplicable,

    /// <summary>No tag is named, and none is followed now.</summary>
    TagRequired,

    /// <summary>The patterns would take too much work on these tags.</summary>
    TooMuchWork,

    /// <summary>A list has more items than it may have.</summary>
    TooMany,

    /// <summary>A field that must be there is missing.</summary>
    MissingField,

    /// <summary>This machine has no such time zone.</summary>
    UnknownTimeZone,

    /// <summary>The hours and days of a window never let a tag move.</summary>
    NeverOpens,
}
