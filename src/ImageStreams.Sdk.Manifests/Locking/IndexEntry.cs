using ImageStreams.Registries;

namespace ImageStreams.Manifests;

/// <summary>An image of an index, or the only one of a tag.</summary>
internal sealed record IndexEntry
{
    /// <summary>The digest, media type and size of its manifest.</summary>
    public required RegistryDescriptor Descriptor { get; init; }

    /// <summary>The platform that the index names; null when it names none.</summary>
    public string? Platform { get; init; }
}
