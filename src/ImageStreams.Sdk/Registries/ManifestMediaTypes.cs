using System.Collections.Frozen;

namespace ImageStreams.Registries;

/// <summary>The media types of manifests, and the <see cref="ManifestKinds"/> they stand for.</summary>
public static class ManifestMediaTypes
{
    /// <summary>Docker version 2 schema 1, unsigned.</summary>
    public const string DockerSchema1 = "application/vnd.docker.distribution.manifest.v1+json";

    /// <summary>Docker version 2 schema 1 with a signature, which its digest leaves out.</summary>
    public const string DockerSchema1Signed = "application/vnd.docker.distribution.manifest.v1+prettyjws";

    /// <summary>Docker version 2 schema 2.</summary>
    public const string DockerSchema2 = "application/vnd.docker.distribution.manifest.v2+json";

    /// <summary>Docker manifest list.</summary>
    public const string DockerList = "application/vnd.docker.distribution.manifest.list.v2+json";

    /// <summary>OCI image manifest.</summary>
    public const string OciManifest = "application/vnd.oci.image.manifest.v1+json";

    /// <summary>OCI image index.</summary>
    public const string OciIndex = "application/vnd.oci.image.index.v1+json";

    private static readonly FrozenDictionary<string, ManifestKinds> Kinds = new Dictionary<string, ManifestKinds>
    {
        [OciIndex] = ManifestKinds.OciIndex,
        [OciManifest] = ManifestKinds.OciManifest,
        [DockerList] = ManifestKinds.DockerList,
        [DockerSchema2] = ManifestKinds.DockerSchema2,
        [DockerSchema1Signed] = ManifestKinds.DockerSchema1,
        [DockerSchema1] = ManifestKinds.DockerSchema1,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns the kind of a media type, ignoring case; <see cref="ManifestKinds.None"/> when it is no
    /// manifest's.</summary>
    /// <param name="mediaType">The media type without parameters.</param>
    public static ManifestKinds GetKind(string mediaType) => Kinds.GetValueOrDefault(mediaType);

    /// <summary>Returns the value of an <c>Accept</c> header that asks for some kinds, in a fixed order.</summary>
    /// <param name="kinds">The kinds to ask for.</param>
    public static string ToAcceptHeader(ManifestKinds kinds)
    {
        string[] preferred = [OciIndex, OciManifest, DockerList, DockerSchema2, DockerSchema1Signed, DockerSchema1];
        return string.Join(", ", preferred.Where(type => (GetKind(type) & kinds) != 0));
    }
}
