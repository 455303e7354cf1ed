namespace ImageStreams.Serialization;

/// <summary>The forms of a field's value, as far as its own fields are known.</summary>
internal enum ApiFieldShape
{
    /// <summary>A value without known fields: a text, a number, a list of them, or any JSON.</summary>
    Value,

    /// <summary>An object.</summary>
    Object,

    /// <summary>A list of objects.</summary>
    List,

    /// <summary>An object with keys that users choose.</summary>
    Map,
}
