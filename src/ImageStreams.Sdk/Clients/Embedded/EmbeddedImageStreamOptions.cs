using ImageStreams.Validation;

namespace ImageStreams.Clients;

/// <summary>The options of an <see cref="EmbeddedImageStreamClient"/>: what the configuration is to a cluster.</summary>
/// <remarks>Read once, when the client is created.</remarks>
public sealed class EmbeddedImageStreamOptions
{
    /// <summary>The hostname of an OpenShift cluster's registry inside the cluster.</summary>
    public const string DefaultInternalRegistryHostname = "image-registry.openshift-image-registry.svc:5000";

    /// <summary>
    /// The host and port of the internal registry, where pushes go: the beginning of
    /// <c>status.dockerImageRepository</c>. <see cref="DefaultInternalRegistryHostname"/> by default; empty for no
    /// internal registry.
    /// </summary>
    /// <remarks>Only a name: the client never connects to it.</remarks>
    public string InternalRegistryHostname { get; set; } = DefaultInternalRegistryHostname;

    /// <summary>
    /// The host and port of the internal registry for clients outside: the beginning of
    /// <c>status.publicDockerImageRepository</c>. Empty by default, for none.
    /// </summary>
    public string ExternalRegistryHostname { get; set; } = "";

    /// <summary>The registries that images may come from; all by default.</summary>
    public AllowedRegistries AllowedRegistries { get; set; } = AllowedRegistries.All;

    /// <summary>The <c>importPolicy.importMode</c> of tags that do not set one; <see cref="ImportMode.Legacy"/> by default.</summary>
    public ImportMode DefaultImportMode { get; set; } = ImportMode.Legacy;

    /// <summary>True to apply <c>importPolicy.insecure</c> to each image of an import by itself. False by default: as in
    /// OpenShift, that of the first image of a repository applies to all images of the repository in the request, even to
    /// those that require TLS.</summary>
    public bool ApplyInsecurePerImage { get; set; }

    /// <summary>True to fail only the tag of an image that is not valid, such as an index that contains another index. False
    /// by default: as in OpenShift, one such image fails the whole import, even one of hundreds in a repository.</summary>
    public bool FailInvalidImagesIndividually { get; set; }

    /// <summary>The reviewer of access to the streams of other namespaces; null, the default, allows all.</summary>
    public IAccessReviewer? AccessReviewer { get; set; }

    /// <summary>The generator of UIDs and names; random when null, the default.</summary>
    public IObjectNaming? Naming { get; set; }
}
