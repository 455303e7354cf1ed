namespace ImageStreams.References;

/// <summary>The reasons why a text is not an image reference, a digest or a name in an image stream.</summary>
/// <remarks>The same distinctions as in OpenShift; only <see cref="TooLong"/> is this library's own.</remarks>
public enum ReferenceFailure
{
    /// <summary>The text is empty.</summary>
    Empty,

    /// <summary>The text is longer than <see cref="ImageReference.MaxLength"/> and was not read.</summary>
    TooLong,

    /// <summary>The text does not follow the grammar, in upper or lower case.</summary>
    InvalidFormat,

    /// <summary>The text would follow the grammar in lower case.</summary>
    Uppercase,

    /// <summary>The name, host included, has more than <see cref="ImageReference.MaxNameLength"/> characters.</summary>
    NameTooLong,

    /// <summary>The digest does not have the form <c>algorithm:hex</c>.</summary>
    DigestFormat,

    /// <summary>The digest has too many or too few hexadecimal digits for its algorithm.</summary>
    DigestLength,

    /// <summary>The digest's algorithm is not <c>sha256</c>, <c>sha384</c> or <c>sha512</c>.</summary>
    DigestUnsupported,

    /// <summary>The name of a stream's tag contains an <c>@</c>, so it names an image instead.</summary>
    IsImage,

    /// <summary>The delimiter between two parts of a name is missing or occurs more than once.</summary>
    Delimiter,

    /// <summary>A part before or after the delimiter is empty.</summary>
    EmptyPart,
}
