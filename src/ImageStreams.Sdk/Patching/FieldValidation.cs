namespace ImageStreams.Patching;

/// <summary>The ways to treat fields that the API does not have, and fields that an object names twice.</summary>
public enum FieldValidation
{
    /// <summary>The fields are dropped, and each one is a warning; the default of the server.</summary>
    Warn,

    /// <summary>The fields are dropped silently; of a field that is named twice, the last value counts.</summary>
    Ignore,

    /// <summary>The request is refused, and the error names the fields.</summary>
    Strict,
}
