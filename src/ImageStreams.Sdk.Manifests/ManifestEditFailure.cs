namespace ImageStreams.Manifests;

/// <summary>The reasons of a <see cref="ManifestEditException"/>.</summary>
public enum ManifestEditFailure
{
    /// <summary>The path cannot be read.</summary>
    InvalidPath,

    /// <summary>The value is JSON that no text can have: a name stands twice in an object, or half a surrogate pair in a string.</summary>
    InvalidValue,

    /// <summary>There is nothing at the path, or the list is shorter than the index.</summary>
    NotFound,

    /// <summary>There is a value already where one is to be inserted.</summary>
    AlreadyExists,

    /// <summary>The path leads into a value of another kind, such as a name into a list.</summary>
    TypeMismatch,

    /// <summary>Two edits concern the same value, or one is inside the other.</summary>
    Overlap,

    /// <summary>The text belongs to an anchor or a merge key, so that the edit would change other values, too.</summary>
    Shared,

    /// <summary>The edited text would not mean what the edit asks for; it must be edited by hand.</summary>
    NotSafe,

    /// <summary>The text was not read from a file.</summary>
    NoFile,

    /// <summary>The file is not as it was when it was loaded.</summary>
    FileChanged,

    /// <summary>The file cannot be written.</summary>
    NotWritable,
}
