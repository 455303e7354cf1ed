using System.Text;
using ImageStreams.References;
using ImageStreams.Registries;

namespace ImageStreams.Importing;

/// <summary>Verifies content by the digests of an image.</summary>
internal static class ManifestVerification
{
    /// <summary>Determines whether a manifest is that of an image, which is named by its digest.</summary>
    /// <param name="image">The image, of which the name and the media type of the manifest are used. No media type means
    /// schema 1.</param>
    /// <param name="manifest">The manifest's bytes.</param>
    /// <exception cref="ImageFormatException">
    /// The name is not a digest, the manifest is not of the image's media type, or the image is an index.
    /// </exception>
    public static bool ManifestMatches(Image image, ReadOnlySpan<byte> manifest)
    {
        ArgumentNullException.ThrowIfNull(image);

        var name = ParseDigest("name of the image", image.Name, "$");
        var mediaType = image.DockerImageManifestMediaType ?? "";
        if (mediaType.Length == 0 || MediaTypes.IsSchema1(mediaType))
        {
            return name.Matches(SignedContent.Extract(manifest));
        }

        ReadSingleImage(manifest, mediaType);
        return name.Matches(manifest);
    }

    /// <summary>Determines whether a configuration is the one that an image's manifest refers to.</summary>
    /// <param name="image">The image, of which the manifest and the media type are used.</param>
    /// <param name="config">The configuration's bytes.</param>
    /// <returns>
    /// False also when the image is neither schema 2 nor OCI, and so has no configuration of its own.
    /// </returns>
    /// <exception cref="ImageFormatException">
    /// The manifest is not of the image's media type, or has no digest for its configuration.
    /// </exception>
    public static bool ConfigMatches(Image image, ReadOnlySpan<byte> config)
    {
        ArgumentNullException.ThrowIfNull(image);
        if (!MediaTypes.IsSingleImage(image.DockerImageManifestMediaType))
        {
            return false;
        }

        var text = Encoding.UTF8.GetBytes(image.DockerImageManifest ?? "");
        var manifest = ReadSingleImage(text, image.DockerImageManifestMediaType);
        return ParseDigest("configuration's digest", manifest.Config.Digest, "$.config.digest").Matches(config);
    }

    /// <summary>Requires content to have the expected digest.</summary>
    internal static void Require(string what, Digest expected, ReadOnlySpan<byte> content)
    {
        if (!expected.Matches(content))
        {
            throw ImageFormatErrors.DigestMismatch(what, expected, Digest.Sha256(content));
        }
    }

    internal static Digest ParseDigest(string what, string text, string path) =>
        Digest.TryParse(text, out var digest) ? digest : throw ImageFormatErrors.BadDigest(what, text, path);

    /// <summary>Reads a manifest that must be of a media type; only OCI manifests may omit theirs.</summary>
    private static ManifestDocuments.SingleImage ReadSingleImage(ReadOnlySpan<byte> text, string? mediaType)
    {
        if (!MediaTypes.IsSingleImage(mediaType))
        {
            throw ImageFormatErrors.Unsupported(mediaType);
        }

        var manifest = ManifestText.ReadManifest<ManifestDocuments.SingleImage>(text);
        var mayBeUnsaid = mediaType == MediaTypes.OciManifest && manifest.MediaType.Length == 0;
        return manifest.MediaType == mediaType || mayBeUnsaid
            ? manifest
            : throw ImageFormatErrors.Contradiction(mediaType!, manifest.MediaType);
    }
}
