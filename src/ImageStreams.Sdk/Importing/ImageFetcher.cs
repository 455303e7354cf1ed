using ImageStreams.Collections;
using ImageStreams.References;
using ImageStreams.Registries;

namespace ImageStreams.Importing;

/// <summary>Fetches what makes up an image: its manifest, its configuration and, for an index, its images.</summary>
internal sealed class ImageFetcher(IRegistryClient registry, TimeProvider time)
{
    /// <summary>Fetches an image whose digest is known.</summary>
    /// <exception cref="RegistryException">The registry did not give it.</exception>
    /// <exception cref="ImageFormatException">What it gave is no image.</exception>
    public async Task<FetchedImage> FetchAsync(
        RegistryRepository repository,
        ImageReference reference,
        Digest digest,
        ImportMode mode,
        CancellationToken cancellationToken)
    {
        var manifest = await GetAsync(repository, digest, cancellationToken).ConfigureAwait(false);
        if (Manifest.Parse(manifest.Content.Span, manifest.MediaType) is not Manifest.Index index)
        {
            return new FetchedImage(await BuildAsync(repository, reference, manifest, cancellationToken).ConfigureAwait(false), []);
        }

        if (mode != ImportMode.PreserveOriginal)
        {
            var chosen = PlatformChoice.Choose(index.Manifests);
            return new FetchedImage(await FetchOneAsync(repository, reference, chosen, cancellationToken).ConfigureAwait(false), []);
        }

        var images = new List<Image>();
        foreach (var one in index.Manifests)
        {
            images.Add(await FetchOneAsync(repository, reference, one, cancellationToken).ConfigureAwait(false));
        }

        var image = ImageFactory.FromIndex(reference, manifest.Digest, manifest.MediaType, manifest.Content.Span, time);
        return new FetchedImage(ImageFactory.WithoutManifest(image), images.ToValueList());
    }

    /// <summary>Fetches one image of an index; an index in an index is none.</summary>
    private async Task<Image> FetchOneAsync(
        RegistryRepository repository, ImageReference reference, ImageManifest one, CancellationToken cancellationToken)
    {
        var digest = ManifestVerification.ParseDigest("digest of an image in the index", one.Digest, "$.manifests");
        var manifest = await GetAsync(repository, digest, cancellationToken).ConfigureAwait(false);
        return await BuildAsync(repository, reference, manifest, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Image> BuildAsync(
        RegistryRepository repository,
        ImageReference reference,
        RegistryManifest manifest,
        CancellationToken cancellationToken)
    {
        var config = Manifest.Parse(manifest.Content.Span, manifest.MediaType) is Manifest.SingleImage image
            ? await GetConfigAsync(repository, image.Config, cancellationToken).ConfigureAwait(false)
            : default;
        return ImageFactory.WithoutManifest(ImageFactory.FromManifest(
            reference, manifest.Digest, manifest.MediaType, manifest.Content.Span, config.Span, time));
    }

    private async Task<ReadOnlyMemory<byte>> GetConfigAsync(
        RegistryRepository repository, Descriptor config, CancellationToken cancellationToken)
    {
        var digest = ManifestVerification.ParseDigest("configuration's digest", config.Digest, "$.config.digest");
        var blob = await registry.GetBlobAsync(repository, digest, cancellationToken).ConfigureAwait(false);
        return blob.Content;
    }

    private Task<RegistryManifest> GetAsync(
        RegistryRepository repository, Digest digest, CancellationToken cancellationToken) =>
        registry.GetManifestAsync(repository, digest.ToString(), cancellationToken);
}
