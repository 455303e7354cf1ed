using System.Collections.Frozen;

namespace ImageStreams.Registries;

/// <summary>The media types of manifests, configurations and layers, as registries and OpenShift name them.</summary>
public static class MediaTypes
{
    /// <summary>A Docker manifest of schema 1 without signatures.</summary>
    public const string DockerSchema1 = "application/vnd.docker.distribution.manifest.v1+json";

    /// <summary>A Docker manifest of schema 1 with signatures, which its digest excludes.</summary>
    public const string DockerSchema1Signed = "application/vnd.docker.distribution.manifest.v1+prettyjws";

    /// <summary>A Docker manifest of schema 2.</summary>
    public const string DockerSchema2 = "application/vnd.docker.distribution.manifest.v2+json";

    /// <summary>A Docker manifest list: a manifest for each platform.</summary>
    public const string DockerManifestList = "application/vnd.docker.distribution.manifest.list.v2+json";

    /// <summary>An image manifest of the OCI image specification.</summary>
    public const string OciManifest = "application/vnd.oci.image.manifest.v1+json";

    /// <summary>An image index of the OCI image specification: a manifest for each platform.</summary>
    public const string OciIndex = "application/vnd.oci.image.index.v1+json";

    /// <summary>The configuration of a schema 2 image.</summary>
    public const string DockerConfig = "application/vnd.docker.container.image.v1+json";

    /// <summary>The configuration of an OCI image.</summary>
    public const string OciConfig = "application/vnd.oci.image.config.v1+json";

    /// <summary>A layer of a schema 1 image.</summary>
    public const string Schema1Layer = "application/vnd.docker.container.image.rootfs.diff+x-gtar";

    private static readonly FrozenDictionary<string, ManifestKinds> Kinds = new Dictionary<string, ManifestKinds>
    {
        [OciIndex] = ManifestKinds.OciIndex,
        [OciManifest] = ManifestKinds.OciManifest,
        [DockerManifestList] = ManifestKinds.DockerList,
        [DockerSchema2] = ManifestKinds.DockerSchema2,
        [DockerSchema1Signed] = ManifestKinds.DockerSchema1,
        [DockerSchema1] = ManifestKinds.DockerSchema1,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Determines whether a media type is exactly that of a manifest list or an index.</summary>
    /// <param name="mediaType">The media type.</param>
    /// <returns><see langword="true"/> when it is.</returns>
    public static bool IsIndex(string? mediaType) => mediaType is DockerManifestList or OciIndex;

    /// <summary>Determines whether a media type is exactly that of a schema 1 manifest, signed or not.</summary>
    /// <param name="mediaType">The media type.</param>
    /// <returns><see langword="true"/> when it is.</returns>
    public static bool IsSchema1(string? mediaType) => mediaType is DockerSchema1 or DockerSchema1Signed;

    /// <summary>Determines whether a media type is exactly that of a schema 2 manifest or an OCI image manifest.</summary>
    /// <param name="mediaType">The media type.</param>
    /// <returns><see langword="true"/> when it is.</returns>
    public static bool IsSingleImage(string? mediaType) => mediaType is DockerSchema2 or OciManifest;

    /// <summary>Returns the media type of a <c>Content-Type</c> header, without parameters and in lower case.</summary>
    internal static string FromHeader(string? contentType) =>
        contentType is null ? "" : contentType.Split(';', 2)[0].Trim().ToLowerInvariant();

    /// <summary>Returns the kind of a media type, ignoring case.</summary>
    /// <param name="mediaType">The media type without parameters.</param>
    /// <returns>The kind; <see cref="ManifestKinds.None"/> when the media type is not that of a manifest.</returns>
    public static ManifestKinds GetKind(string mediaType) => Kinds.GetValueOrDefault(mediaType);
}
