namespace ImageStreams.Registries;

/// <summary>What a tag or digest names at the moment it was asked for.</summary>
public sealed record ResolvedManifest
{
    /// <summary>The digest, media type and size of the manifest.</summary>
    public required RegistryDescriptor Descriptor { get; init; }

    /// <summary>Who answered.</summary>
    public required ServingRegistry Source { get; init; }
}
