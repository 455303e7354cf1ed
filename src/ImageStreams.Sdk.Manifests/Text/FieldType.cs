namespace ImageStreams.Manifests;

/// <summary>The types of the fields of the API, as far as it matters for scalars that can be read in several ways.</summary>
internal enum FieldType : byte
{
    /// <summary>A field that is not known; a text, probably.</summary>
    Unknown,
    Text,

    /// <summary>A mapping of texts to texts, such as labels.</summary>
    TextMap,
    Boolean,
    Number,

    /// <summary>The permissions of a file, which people write as octal numbers.</summary>
    Mode,

    /// <summary>A quantity, or anything else that may be a number as well as a text.</summary>
    Quantity,
    Time,
}
