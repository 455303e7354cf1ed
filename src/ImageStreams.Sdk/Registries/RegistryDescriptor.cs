using ImageStreams.References;

namespace ImageStreams.Registries;

/// <summary>What content is: its digest, its media type and its size (OCI image specification, "Content
/// Descriptors").</summary>
public sealed record RegistryDescriptor
{
    /// <summary>The digest of the content.</summary>
    public required Digest Digest { get; init; }

    /// <summary>The media type, without parameters.</summary>
    public required string MediaType { get; init; }

    /// <summary>The size in bytes.</summary>
    public required long Size { get; init; }
}
