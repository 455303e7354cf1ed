namespace ImageStreams.Generators;

/// <summary>The forms that a field can have in JSON.</summary>
internal enum WireShape
{
    /// <summary>A text that is always written.</summary>
    String,

    /// <summary>A text that is left out when empty.</summary>
    OmittedString,

    /// <summary>A text or null.</summary>
    NullableString,

    /// <summary>A text that is likely the digest of the pull spec before it.</summary>
    Digest,

    /// <summary>A pull spec that shares its parts with others.</summary>
    PullSpec,

    /// <summary>A value type that stands for a text.</summary>
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

    /// <summary>JSON carried as it is.</summary>
    Raw,

    /// <summary>JSON carried as it is, behind a Go pointer.</summary>
    NullableRaw,

    /// <summary>A record that is always there.</summary>
    Object,

    /// <summary>A record or null.</summary>
    NullableObject,

    List,
    Keyed,
    Strings,
    StringMap,
    ObjectMap,
}
