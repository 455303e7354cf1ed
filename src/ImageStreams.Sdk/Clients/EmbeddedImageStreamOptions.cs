using ImageStreams.Validation;

namespace ImageStreams.Clients;

/// <summary>What an embedded engine takes for granted: in a cluster, its configuration.</summary>
/// <remarks>Read once, when the engine is made.</remarks>
public sealed class EmbeddedImageStreamOptions
{
    /// <summary>The registry of an OpenShift cluster, as it is reached from inside.</summary>
    public const string DefaultInternalRegistryHost = "image-registry.openshift-image-registry.svc:5000";

    /// <summary>
    /// The host and port of the engine's own registry, where pushes go: the beginning of
    /// <c>status.dockerImageRepository</c>. <see cref="DefaultInternalRegistryHost"/> by default; empty for none, and
    /// then nothing is rewritten to it.
    /// </summary>
    /// <remarks>A name only: the engine itself never talks to it.</remarks>
    public string InternalRegistryHost { get; set; } = DefaultInternalRegistryHost;

    /// <summary>
    /// The host and port by which that registry is reached from outside: the beginning of
    /// <c>status.publicDockerImageRepository</c>. Empty by default: it is not.
    /// </summary>
    public string ExternalRegistryHost { get; set; } = "";

    /// <summary>The registries that images may come from; all of them by default.</summary>
    public AllowedRegistries AllowedRegistries { get; set; } = AllowedRegistries.All;

    /// <summary>What becomes of an index where a tag does not say; by default <see cref="ImportMode.Legacy"/>.</summary>
    public ImportMode DefaultImportMode { get; set; } = ImportMode.Legacy;

    /// <summary>Decides about access to the streams of other namespaces; null, the default, always allows it.</summary>
    public IAccessReviewer? AccessReviewer { get; set; }

    /// <summary>Makes UIDs and generated names up; at random when null, the default.</summary>
    public IObjectNaming? Naming { get; set; }
}
