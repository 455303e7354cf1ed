namespace ImageStreams.Manifests;

/// <summary>The reasons of an <see cref="ImageLockException"/>.</summary>
public enum ImageLockFailure
{
    /// <summary>The text is not JSON.</summary>
    InvalidJson,

    /// <summary>The text has the markers of an unresolved merge.</summary>
    MergeConflict,

    /// <summary>The text is of a newer version of the format.</summary>
    NewerVersion,

    /// <summary>A field that every lock has is missing.</summary>
    MissingField,

    /// <summary>A field has a value that it cannot have.</summary>
    InvalidField,

    /// <summary>A name stands twice in an object.</summary>
    DuplicateName,

    /// <summary>The text is longer than <see cref="ImageLock.MaxLength"/>, or nests too deep.</summary>
    TooLarge,

    /// <summary>The file cannot be read.</summary>
    NotReadable,

    /// <summary>The file cannot be written.</summary>
    NotWritable,

    /// <summary>Other processes kept the file locked for longer than the time to wait.</summary>
    Busy,
}
