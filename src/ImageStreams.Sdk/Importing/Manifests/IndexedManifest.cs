using ImageStreams.Registries;

namespace ImageStreams.Importing;

/// <summary>One entry of an index: a manifest, and what the index says of it.</summary>
internal sealed record IndexedManifest
{
    /// <summary>The manifest. The platform of a manifest without one is empty.</summary>
    public required ImageManifest Manifest { get; init; }

    /// <summary>
    /// Gets a value indicating whether the manifest attests to another one and is never an image: build tools mark it with
    /// an annotation, and with the platform <c>unknown/unknown</c>.
    /// </summary>
    public bool IsAttestation { get; init; }

    /// <summary>
    /// Gets a value indicating whether the manifest is not known to be an image: it has a type of its own and no platform.
    /// </summary>
    public bool IsArtifact { get; init; }

    /// <summary>The number of indexes around the entry, from 1 up.</summary>
    public int Depth { get; init; } = 1;

    /// <summary>Gets a value indicating whether the entry is an index.</summary>
    public bool IsIndex => MediaTypes.IsIndex(Manifest.MediaType);

    /// <summary>Gets a value indicating whether the index names the platform of the entry.</summary>
    public bool HasPlatform => Manifest.Architecture.Length > 0 && Manifest.Os.Length > 0;

    /// <summary>The platform, such as <c>linux/arm/v7</c>.</summary>
    public string Platform => string.IsNullOrEmpty(Manifest.Variant)
        ? $"{Manifest.Os}/{Manifest.Architecture}"
        : $"{Manifest.Os}/{Manifest.Architecture}/{Manifest.Variant}";
}
