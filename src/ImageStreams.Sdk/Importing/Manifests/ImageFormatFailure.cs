namespace ImageStreams.Importing;

/// <summary>What is wrong with a manifest, a configuration or the metadata of an image.</summary>
public enum ImageFormatFailure
{
    /// <summary>The manifest is not JSON, or a value in it does not fit.</summary>
    BadManifest,

    /// <summary>The configuration is not JSON, or a value in it does not fit.</summary>
    BadConfig,

    /// <summary>The image's present metadata is not JSON of its type.</summary>
    BadMetadata,

    /// <summary>A schema 2 or OCI manifest comes without its configuration.</summary>
    EmptyConfig,

    /// <summary>A schema 1 manifest has not as many history entries as layers.</summary>
    MismatchedHistory,

    /// <summary>A schema 1 manifest has no history, which holds its configuration.</summary>
    NoHistory,

    /// <summary>The manifest's <c>schemaVersion</c> is neither 1 nor 2.</summary>
    UnknownSchema,

    /// <summary>An index to choose a manifest from is empty.</summary>
    NoManifests,

    /// <summary>What the manifest says it is, or looks like, is not what it was served as.</summary>
    MediaTypeMismatch,

    /// <summary>The media type is not one that the operation is for.</summary>
    UnsupportedMediaType,

    /// <summary>A text that should be a digest is none.</summary>
    BadDigest,

    /// <summary>Content does not have the digest that it was asked for by.</summary>
    DigestMismatch,

    /// <summary>The text is longer than is read.</summary>
    TooLarge,
}
