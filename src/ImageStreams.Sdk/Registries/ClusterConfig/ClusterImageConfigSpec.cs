using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams.Registries;

/// <summary>The registries that a cluster imports from, and how it contacts them.</summary>
[WireObject]
public sealed partial record ClusterImageConfigSpec
{
    /// <summary>The registries that ordinary users may import from; empty for all.</summary>
    [WireField("allowedRegistriesForImport", OmitEmpty = true)]
    public ValueList<RegistryLocation> AllowedRegistriesForImport { get; init; }

    /// <summary>The registries that are blocked, insecure or exclusively allowed.</summary>
    [WireField("registrySources")]
    public RegistrySources RegistrySources { get; init; } = RegistrySources.Default;
}
