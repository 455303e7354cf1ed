using System.Collections.Frozen;

namespace ImageStreams.Registries;

/// <summary>A manifest that has another one as its <c>subject</c>.</summary>
public sealed record RegistryReferrer
{
    /// <summary>The digest, media type and size of the referring manifest.</summary>
    public required RegistryDescriptor Descriptor { get; init; }

    /// <summary>The type of the artifact; empty when the registry does not report it.</summary>
    public string ArtifactType { get; init; } = "";

    /// <summary>The annotations of the referring manifest, as the registry copied them. Compared by identity.</summary>
    public IReadOnlyDictionary<string, string> Annotations { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>The registry or mirror that listed the manifest.</summary>
    public required ServingRegistry Source { get; init; }

    /// <summary>Returns the digest and the type of the artifact.</summary>
    public override string ToString() => ArtifactType.Length == 0 ? $"{Descriptor.Digest}" : $"{Descriptor.Digest} ({ArtifactType})";
}
