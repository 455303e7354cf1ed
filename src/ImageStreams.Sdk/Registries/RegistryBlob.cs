using ImageStreams.References;

namespace ImageStreams.Registries;

/// <summary>A small blob in memory, verified against its digest.</summary>
public sealed class RegistryBlob
{
    /// <summary>The digest that the content was verified against.</summary>
    public required Digest Digest { get; init; }

    /// <summary>The bytes of the blob.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>The registry or mirror that answered.</summary>
    public required ServingRegistry Source { get; init; }
}
