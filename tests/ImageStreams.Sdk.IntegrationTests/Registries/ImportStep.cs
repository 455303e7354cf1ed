namespace ImageStreams.IntegrationTests.Registries;

/// <summary>What an import asks a registry, in order.</summary>
public enum ImportStep
{
    /// <summary>Anything else.</summary>
    Other,

    /// <summary>What a tag points to: <c>HEAD</c> of its manifest.</summary>
    Tag,

    /// <summary><c>GET</c> of a manifest.</summary>
    Manifest,

    /// <summary><c>GET</c> of a blob, such as the image's configuration.</summary>
    Blob,
}
