using ImageStreams.Collections;
using ImageStreams.References;
using ImageStreams.Registries;

namespace ImageStreams.Importing;

/// <summary>Fetches what makes up an image: its manifest, its configuration and, for an index, its images.</summary>
/// <remarks>
/// What the registry does not give is a <see cref="RegistryException"/>, what it gives and is no image an
/// <see cref="ImageFormatException"/>.
/// </remarks>
internal sealed class ImageFetcher(IRegistryClient registry, TimeProvider time)
{
    /// <summary>The most images of one index that are fetched: two requests for each are spent.</summary>
    public const int MaxImages = 1000;

    /// <summary>
    /// The image that an import is about: the manifest's own, or one of an index; null for an index that is kept.
    /// </summary>
    public static Digest? Choose(FetchedManifest manifest, ImportMode mode)
    {
        if (manifest.Manifest is not Manifest.Index index)
        {
            return manifest.Digest;
        }

        return mode == ImportMode.PreserveOriginal ? null : DigestOf(PlatformChoice.Choose(index.Manifests));
    }

    /// <summary>Fetches a manifest or an index.</summary>
    public async Task<FetchedManifest> GetAsync(
        ImportTarget target, Digest digest, CancellationToken cancellationToken) =>
        FetchedManifest.Read(await registry
            .GetManifestAsync(target.Repository, digest.ToString(), cancellationToken)
            .ConfigureAwait(false));

    /// <summary>Fetches the image that <see cref="Choose"/> named.</summary>
    public async Task<FetchedImage> FetchImageAsync(
        ImportTarget target, FetchedManifest manifest, Digest chosen, CancellationToken cancellationToken)
    {
        if (chosen != manifest.Digest)
        {
            manifest = await GetAsync(target, chosen, cancellationToken).ConfigureAwait(false);
        }

        return new FetchedImage(await BuildAsync(target, manifest, cancellationToken).ConfigureAwait(false), []);
    }

    /// <summary>Fetches the images of an index, each once; an index among them is an error.</summary>
    public async Task<FetchedImage> FetchIndexAsync(
        ImportTarget target, FetchedManifest manifest, CancellationToken cancellationToken)
    {
        var index = ImageFactory.FromIndex(target.Reference, manifest.Digest, manifest.Manifest, manifest.Content, time);
        var digests = index.DockerImageManifests.Select(DigestOf).Distinct().ToList();
        if (digests.Count > MaxImages)
        {
            throw ImageErrors.TooManyImages(digests.Count, MaxImages);
        }

        var images = new List<Image>(digests.Count);
        foreach (var digest in digests)
        {
            var one = await GetAsync(target, digest, cancellationToken).ConfigureAwait(false);
            images.Add(await BuildAsync(target, one, cancellationToken).ConfigureAwait(false));
        }

        return new FetchedImage(index, images.ToValueList());
    }

    private async Task<Image> BuildAsync(
        ImportTarget target, FetchedManifest manifest, CancellationToken cancellationToken)
    {
        var config = manifest.Manifest is Manifest.SingleImage image
            ? await GetConfigAsync(target, image.Config, cancellationToken).ConfigureAwait(false)
            : default;
        return ImageFactory.WithoutManifest(ImageFactory.FromManifest(
            target.Reference, manifest.Digest, manifest.Manifest, manifest.Content, config.Span, time));
    }

    private async Task<ReadOnlyMemory<byte>> GetConfigAsync(
        ImportTarget target, Descriptor config, CancellationToken cancellationToken)
    {
        var digest = ManifestVerification.ParseDigest("configuration's digest", config.Digest, "$.config.digest");
        var blob = await registry.GetBlobAsync(target.Repository, digest, cancellationToken).ConfigureAwait(false);
        return blob.Content;
    }

    private static Digest DigestOf(ImageManifest manifest) =>
        ManifestVerification.ParseDigest("digest of an image in the index", manifest.Digest, "$.manifests");
}
