namespace ImageStreams.Importing;

/// <summary>The kinds of errors in a manifest, a configuration or the metadata of an image.</summary>
public enum ImageFormatFailure
{
    /// <summary>The manifest is not JSON, or has a value of the wrong type.</summary>
    BadManifest,

    /// <summary>The configuration is not JSON, or has a value of the wrong type.</summary>
    BadConfig,

    /// <summary>The image's <c>dockerImageMetadata</c> is not JSON of its type.</summary>
    BadMetadata,

    /// <summary>A schema 2 or OCI manifest has no configuration.</summary>
    EmptyConfig,

    /// <summary>A schema 1 manifest has more or fewer history entries than layers.</summary>
    MismatchedHistory,

    /// <summary>A schema 1 manifest has no history, which contains its configuration.</summary>
    NoHistory,

    /// <summary>The manifest's <c>schemaVersion</c> is neither 1 nor 2.</summary>
    UnknownSchema,

    /// <summary>An index to choose a manifest from is empty.</summary>
    NoManifests,

    /// <summary>An index to choose an image from has only attestations.</summary>
    NoImages,

    /// <summary>An index has indexes inside of indexes, deeper than 3.</summary>
    NestedTooDeep,

    /// <summary>The manifest contradicts the <c>Content-Type</c> it was served with, or its own <c>mediaType</c>.</summary>
    MediaTypeMismatch,

    /// <summary>The operation does not support the media type.</summary>
    UnsupportedMediaType,

    /// <summary>A digest is malformed.</summary>
    BadDigest,

    /// <summary>The content does not have the requested digest.</summary>
    DigestMismatch,

    /// <summary>The text is longer than the limit.</summary>
    TooLarge,
}
