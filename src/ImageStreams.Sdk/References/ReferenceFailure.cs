namespace ImageStreams.References;

/// <summary>What is wrong with a text that was to name an image, a digest or a part of an image stream.</summary>
/// <remarks>The kinds are those OpenShift tells apart; <see cref="TooLong"/> is this library's own.</remarks>
public enum ReferenceFailure
{
    /// <summary>There is no text.</summary>
    Empty,

    /// <summary>The text is longer than <see cref="ImageReference.MaxLength"/> and was not read at all.</summary>
    TooLong,

    /// <summary>The text does not follow the grammar, in whichever case its letters are.</summary>
    InvalidFormat,

    /// <summary>The text would follow the grammar if its letters were lower-case.</summary>
    Uppercase,

    /// <summary>The name, host included, has more than <see cref="ImageReference.MaxNameLength"/> characters.</summary>
    NameTooLong,

    /// <summary>A digest is not of the form <c>algorithm:hex</c>.</summary>
    DigestFormat,

    /// <summary>A digest has more or fewer hexadecimal digits than its algorithm yields.</summary>
    DigestLength,

    /// <summary>A digest's algorithm is none of <c>sha256</c>, <c>sha384</c> and <c>sha512</c>.</summary>
    DigestUnsupported,

    /// <summary>The name of a stream's tag holds an <c>@</c>, so it names an image instead.</summary>
    IsImage,

    /// <summary>The mark between two parts of a name is missing, or stands there more often than once.</summary>
    Delimiter,

    /// <summary>One side of the mark in a name is empty.</summary>
    EmptyPart,
}
