namespace ImageStreams.IntegrationTests.Registries;

/// <summary>The requests of an import, in order.</summary>
public enum ImportStep
{
    /// <summary>Anything else.</summary>
    Other,

    /// <summary>The digest of a tag: <c>HEAD</c> of its manifest.</summary>
    Tag,

    /// <summary><c>GET</c> of a manifest.</summary>
    Manifest,

    /// <summary><c>GET</c> of a blob, such as the image's configuration.</summary>
    Blob,
}
