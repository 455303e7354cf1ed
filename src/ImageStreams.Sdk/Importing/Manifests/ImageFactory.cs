using System.Text;
using ImageStreams.Collections;
using ImageStreams.References;

namespace ImageStreams.Importing;

/// <summary>Creates the <see cref="Image"/> that OpenShift's importer creates from the content of a registry.</summary>
internal static class ImageFactory
{
    /// <summary>Creates an image from its manifest and its configuration.</summary>
    /// <remarks>
    /// The image carries the texts of both; <see cref="WithoutManifest"/> removes them, as servers do before they store an
    /// image, and before they answer an import without <c>includeManifest</c>.
    /// </remarks>
    /// <param name="pullSpec">The requested pull spec; the image's own is that repository at the digest.</param>
    /// <param name="digest">The digest of the manifest, which becomes the image's name.</param>
    /// <param name="contentType">The <c>Content-Type</c> of the manifest; null when it is unknown.</param>
    /// <param name="manifest">The manifest's bytes.</param>
    /// <param name="config">The configuration's bytes; empty for schema 1, which contains its own.</param>
    /// <param name="timeProvider">The time provider.</param>
    /// <exception cref="ImageFormatException">
    /// The manifest or the configuration is broken or does not have its digest, or the manifest is an index.
    /// </exception>
    public static Image FromManifest(
        ImageReference pullSpec,
        Digest digest,
        string? contentType,
        ReadOnlySpan<byte> manifest,
        ReadOnlySpan<byte> config,
        TimeProvider timeProvider) =>
        FromManifest(pullSpec, digest, Manifest.Parse(manifest, contentType), manifest, config, timeProvider);

    /// <summary>Creates an image from a manifest that was parsed before.</summary>
    internal static Image FromManifest(
        ImageReference pullSpec,
        Digest digest,
        Manifest parsed,
        ReadOnlySpan<byte> manifest,
        ReadOnlySpan<byte> config,
        TimeProvider timeProvider)
    {
        Verify(digest, parsed, manifest);
        if (parsed is Manifest.Index)
        {
            throw ImageFormatErrors.Unsupported(parsed.MediaType);
        }

        RequireConfig(parsed, config);
        var image = Named(pullSpec, digest) with
        {
            DockerImageManifest = Encoding.UTF8.GetString(manifest),
            DockerImageManifestMediaType = parsed.MediaType,
            DockerImageConfig = config.IsEmpty ? null : Encoding.UTF8.GetString(config),
        };
        return ImageInterpreter.WithMetadata(image, timeProvider);
    }

    /// <summary>Creates the image of an index that <see cref="ImportMode.PreserveOriginal"/> keeps.</summary>
    /// <remarks>
    /// It has manifests instead of layers, and was created when it was imported. The text of the index is not kept,
    /// not even with <c>includeManifest</c>.
    /// </remarks>
    /// <param name="pullSpec">The requested pull spec.</param>
    /// <param name="digest">The digest of the index, which becomes the image's name and id.</param>
    /// <param name="contentType">The <c>Content-Type</c> of the index; null when it is unknown.</param>
    /// <param name="index">The bytes of the index.</param>
    /// <param name="timeProvider">The time provider for the time of the import.</param>
    /// <exception cref="ImageFormatException">
    /// The content is broken, does not have its digest, or is not an index.
    /// </exception>
    public static Image FromIndex(
        ImageReference pullSpec, Digest digest, string? contentType, ReadOnlySpan<byte> index, TimeProvider timeProvider) =>
        FromIndex(pullSpec, digest, Manifest.Parse(index, contentType), index, timeProvider);

    /// <summary>Creates the image of an index that was parsed before.</summary>
    internal static Image FromIndex(
        ImageReference pullSpec, Digest digest, Manifest manifest, ReadOnlySpan<byte> index, TimeProvider timeProvider)
    {
        ArgumentNullException.ThrowIfNull(timeProvider);
        Verify(digest, manifest, index);
        if (manifest is not Manifest.Index parsed)
        {
            throw ImageFormatErrors.NotAnIndex();
        }

        var image = Named(pullSpec, digest) with
        {
            DockerImageManifestMediaType = parsed.MediaType,
            DockerImageManifests = parsed.Entries.Select(static entry => entry.Manifest).ToValueList(),
        };
        return ImageInterpreter.WithIndexMetadata(image, DockerImage.Default, timeProvider);
    }

    /// <summary>Returns the image without the texts of its manifest and its configuration.</summary>
    public static Image WithoutManifest(Image image)
    {
        ArgumentNullException.ThrowIfNull(image);
        return image with { DockerImageManifest = null, DockerImageConfig = null };
    }

    /// <summary>Gets the pull spec that an image is stored with: the complete repository, and the image by its digest.</summary>
    internal static string GetPullSpec(ImageReference reference, string image) =>
        reference.ToDockerClientDefaults().ToRepository().WithId(image).ToExactString();

    private static void Verify(Digest digest, Manifest manifest, ReadOnlySpan<byte> content)
    {
        ArgumentNullException.ThrowIfNull(digest);

        var isSigned = manifest is Manifest.Schema1 && ManifestShape.Scan(content).HasSignatures;
        ManifestVerification.Require("manifest", digest, isSigned ? SignedContent.ExtractWhole(content) : content);
    }

    private static void RequireConfig(Manifest manifest, ReadOnlySpan<byte> config)
    {
        if (manifest is not Manifest.SingleImage image)
        {
            return;
        }

        if (config.IsEmpty)
        {
            throw ImageFormatErrors.EmptyConfig();
        }

        var digest = ManifestVerification.ParseDigest("configuration's digest", image.Config.Digest, "$.config.digest");
        ManifestVerification.Require("configuration", digest, config);
    }

    /// <summary>
    /// Creates an image under its digest, in the repository of a pull spec with the Docker client's defaults.
    /// </summary>
    private static Image Named(ImageReference pullSpec, Digest digest)
    {
        ArgumentNullException.ThrowIfNull(pullSpec);

        var name = digest.ToString();
        return new Image
        {
            Metadata = new ObjectMeta { Name = name },
            DockerImageReference = GetPullSpec(pullSpec, name),
        };
    }
}
