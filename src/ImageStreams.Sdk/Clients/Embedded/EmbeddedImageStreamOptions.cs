using ImageStreams.Validation;

namespace ImageStreams.Clients;

/// <summary>What an embedded engine takes for granted: in a cluster, its configuration.</summary>
/// <remarks>Read once, when the engine is made.</remarks>
public sealed class EmbeddedImageStreamOptions
{
    /// <summary>The registry of an OpenShift cluster, as it is reached from inside.</summary>
    public const string DefaultInternalRegistryHostname = "image-registry.openshift-image-registry.svc:5000";

    /// <summary>
    /// The host and port of the engine's own registry, where pushes go: the beginning of
    /// <c>status.dockerImageRepository</c>. <see cref="DefaultInternalRegistryHostname"/> by default; empty for none, and
    /// then nothing is rewritten to it.
    /// </summary>
    /// <remarks>A name only: the engine itself never talks to it.</remarks>
    public string InternalRegistryHostname { get; set; } = DefaultInternalRegistryHostname;

    /// <summary>
    /// The host and port by which that registry is reached from outside: the beginning of
    /// <c>status.publicDockerImageRepository</c>. Empty by default: it is not.
    /// </summary>
    public string ExternalRegistryHostname { get; set; } = "";

    /// <summary>The registries that images may come from; all of them by default.</summary>
    public AllowedRegistries AllowedRegistries { get; set; } = AllowedRegistries.All;

    /// <summary>What becomes of an index where a tag does not say; by default <see cref="ImportMode.Legacy"/>.</summary>
    public ImportMode DefaultImportMode { get; set; } = ImportMode.Legacy;

    /// <summary>Whether each image of an import says for itself if its registry may be asked without TLS. False by default: as
    /// in OpenShift, the first image of a repository says it for all of the same request, also for those that want
    /// TLS.</summary>
    public bool ApplyInsecurePerImage { get; set; }

    /// <summary>Whether an index that the API would not keep, such as one that holds another index, fails for its tag
    /// only. False by default: as in OpenShift, one such image has the whole import refused, be it one of a repository of
    /// hundreds.</summary>
    public bool FailInvalidImagesIndividually { get; set; }

    /// <summary>Decides about access to the streams of other namespaces; null, the default, always allows it.</summary>
    public IAccessReviewer? AccessReviewer { get; set; }

    /// <summary>Makes UIDs and generated names up; at random when null, the default.</summary>
    public IObjectNaming? Naming { get; set; }
}
