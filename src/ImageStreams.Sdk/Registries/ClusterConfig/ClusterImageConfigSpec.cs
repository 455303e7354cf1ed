using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams.Registries;

/// <summary>Which registries a cluster imports from, and how it asks them.</summary>
[WireObject]
public sealed partial record ClusterImageConfigSpec
{
    /// <summary>The registries that ordinary users may import from; all, when empty.</summary>
    [WireField("allowedRegistriesForImport", OmitEmpty = true)]
    public ValueList<RegistryLocation> AllowedRegistriesForImport { get; init; }

    /// <summary>The registries that are blocked, insecure or the only ones allowed.</summary>
    [WireField("registrySources")]
    public RegistrySources RegistrySources { get; init; } = RegistrySources.Default;
}
