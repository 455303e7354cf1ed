using System.Collections.Frozen;

namespace ImageStreams.Registries;

/// <summary>A manifest that names another one as its subject.</summary>
public sealed record RegistryReferrer
{
    /// <summary>The digest, media type and size of the referring manifest.</summary>
    public required RegistryDescriptor Descriptor { get; init; }

    /// <summary>The type of the artifact; empty when the registry does not say.</summary>
    public string ArtifactType { get; init; } = "";

    /// <summary>The annotations of the referring manifest, as the registry copied them. Compared by identity.</summary>
    public IReadOnlyDictionary<string, string> Annotations { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>Who listed it.</summary>
    public required ServingRegistry Source { get; init; }
}
