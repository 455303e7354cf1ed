using ImageStreams.References;

namespace ImageStreams.Registries;

/// <summary>A manifest with the exact bytes of the registry, verified against its digest.</summary>
public sealed class RegistryManifest
{
    /// <summary>The digest; for a signed schema 1 manifest, the digest of its payload, as registries compute it.</summary>
    public required Digest Digest { get; init; }

    /// <summary>The media type, one of <see cref="MediaTypes"/>.</summary>
    public required string MediaType { get; init; }

    /// <summary>The bytes of the manifest.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>The registry or mirror that answered.</summary>
    public required ServingRegistry Source { get; init; }
}
