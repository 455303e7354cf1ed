using System.Text;
using ImageStreams.References;
using ImageStreams.Registries;

namespace ImageStreams.Importing;

/// <summary>Compares content with the digests that an image has for it.</summary>
public static class ManifestVerification
{
    /// <summary>Whether a manifest is that of an image, which is named by its digest.</summary>
    /// <param name="image">The image; its name and its manifest's media type count. No media type means schema
    /// 1.</param>
    /// <param name="manifest">The manifest's bytes.</param>
    /// <exception cref="ImageFormatException">
    /// The name is no digest, the manifest is not of the image's media type, or that is not one of a single image.
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

    /// <summary>Whether a configuration is the one that an image's manifest points at.</summary>
    /// <param name="image">The image; its manifest and that one's media type count.</param>
    /// <param name="config">The configuration's bytes.</param>
    /// <returns>
    /// False also when the image is neither schema 2 nor OCI: no other has a configuration of its own.
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

    /// <summary>Requires content to have the digest it was asked for by.</summary>
    internal static void Require(string what, Digest expected, ReadOnlySpan<byte> content)
    {
        if (!expected.Matches(content))
        {
            throw ImageFormatErrors.DigestMismatch(what, expected, Digest.Sha256(content));
        }
    }

    internal static Digest ParseDigest(string what, string text, string path) =>
        Digest.TryParse(text, out var digest) ? digest : throw ImageFormatErrors.BadDigest(what, text, path);

    /// <summary>A manifest that must say it is of a type; only OCI manifests may leave it unsaid.</summary>
    private static ManifestDocument ReadSingleImage(ReadOnlySpan<byte> text, string? mediaType)
    {
        if (!MediaTypes.IsSingleImage(mediaType))
        {
            throw ImageFormatErrors.Unsupported(mediaType);
        }

        var manifest = ManifestText.ReadManifest<ManifestDocument>(text);
        var mayBeUnsaid = mediaType == MediaTypes.OciManifest && manifest.MediaType.Length == 0;
        return manifest.MediaType == mediaType || mayBeUnsaid
            ? manifest
            : throw ImageFormatErrors.Contradiction(mediaType!, manifest.MediaType);
    }
}
