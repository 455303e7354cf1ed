namespace ImageStreams.Generators;

/// <summary>The forms that a field can have in JSON.</summary>
internal enum WireShape
{
    /// <summary>A string that is always written.</summary>
    String,

    /// <summary>A string that is omitted when empty.</summary>
    OmittedString,

    /// <summary>A string or null.</summary>
    NullableString,

    /// <summary>A string that is likely the digest of the previous pull spec.</summary>
    Digest,

    /// <summary>A pull spec that shares its parts with others.</summary>
    PullSpec,

    /// <summary>A value type that is a string in JSON.</summary>
    Text,

    Bool,
    NullableBool,
    Int32,
    Int64,
    NullableInt64,
    Time,
    NullableTime,

    /// <summary>Bytes in base64.</summary>
    Bytes,

    /// <summary>A list of bytes in base64.</summary>
    ByteLists,

    /// <summary>JSON that is kept as it is.</summary>
    Raw,

    /// <summary>A Go pointer to JSON that is kept as it is.</summary>
    NullableRaw,

    /// <summary>A record that is never null.</summary>
    Object,

    /// <summary>A record or null.</summary>
    NullableObject,

    List,
    Keyed,
    Strings,
    StringMap,
    ObjectMap,
}
