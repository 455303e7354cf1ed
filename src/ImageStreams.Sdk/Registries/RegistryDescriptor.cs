using ImageStreams.References;

namespace ImageStreams.Registries;

/// <summary>The digest, media type and size of content in a registry (OCI image specification, "Content
/// Descriptors").</summary>
public sealed record RegistryDescriptor
{
    /// <summary>The digest of the content.</summary>
    public required Digest Digest { get; init; }

    /// <summary>The media type, without parameters.</summary>
    public required string MediaType { get; init; }

    /// <summary>The size in bytes.</summary>
    public required long Size { get; init; }

    /// <summary>Returns the digest and the media type.</summary>
    public override string ToString() => $"{Digest} ({MediaType})";
}
