using ImageStreams.Collections;
using ImageStreams.Internal;
using ImageStreams.References;
using ImageStreams.Registries;

namespace ImageStreams.Importing;

/// <summary>Fetches what makes up an image: its manifest, its configuration and, for an index, its images.</summary>
/// <remarks>
/// Keeps what it has fetched, so that one of them serves one import: equal digests of a repository are fetched once,
/// however many tags name them. What the registry does not give is a <see cref="RegistryException"/>, what it gives and is
/// no image an <see cref="ImageFormatException"/>. Images carry the texts of their manifests.
/// </remarks>
internal sealed class ImageFetcher(IRegistryClient registry, TimeProvider timeProvider, ImageImporterOptions options)
{
    private readonly AsyncOnce<(RegistryRepository, Digest), FetchedManifest> _manifests = new();
    private readonly AsyncOnce<(RegistryRepository, Digest), Image> _images = new();
    private readonly AsyncOnce<(RegistryRepository, Digest), FetchedImage> _indexes = new();

    /// <summary>The most images of one index that are fetched: two requests for each are spent.</summary>
    public const int MaxImages = 1000;

    /// <summary>
    /// The image that an import is about: the manifest's own, or one of an index; null for an index that is kept.
    /// </summary>
    public Digest? ChooseImage(FetchedManifest manifest, ImportMode mode)
    {
        if (manifest.Manifest is not Manifest.Index index)
        {
            return manifest.Digest;
        }

        return mode == ImportMode.PreserveOriginal ? null : ParseDigest(PlatformSelector.Choose(index.Manifests, Platform.Parse(options.PreferredPlatform)));
    }

    /// <summary>Fetches a manifest or an index.</summary>
    public Task<FetchedManifest> GetAsync(ImportTarget target, Digest digest, CancellationToken cancellationToken) =>
        _manifests.GetAsync((target.Repository, digest), async () => FetchedManifest.Read(await registry
            .GetManifestAsync(target.Repository, digest.ToString(), cancellationToken)
            .ConfigureAwait(false)));

    /// <summary>Fetches the image that <see cref="ChooseImage"/> named.</summary>
    public async Task<FetchedImage> FetchImageAsync(
        ImportTarget target, Digest chosen, CancellationToken cancellationToken) =>
        new(await BuildOnceAsync(target, chosen, cancellationToken).ConfigureAwait(false), []);

    /// <summary>Fetches the images of an index, each once; an index among them is an error.</summary>
    public Task<FetchedImage> FetchIndexAsync(
        ImportTarget target, FetchedManifest manifest, CancellationToken cancellationToken) =>
        _indexes.GetAsync(
            (target.Repository, manifest.Digest), () => FetchImagesAsync(target, manifest, cancellationToken));

    private async Task<FetchedImage> FetchImagesAsync(
        ImportTarget target, FetchedManifest manifest, CancellationToken cancellationToken)
    {
        var index = ImageFactory.FromIndex(target.Reference, manifest.Digest, manifest.Manifest, manifest.Content, timeProvider);
        var digests = index.DockerImageManifests.Select(ParseDigest).Distinct().ToList();
        if (digests.Count > MaxImages)
        {
            throw ImageFormatErrors.TooManyImages(digests.Count, MaxImages);
        }

        var fetched = new FetchedImage(index, []);
        if (fetched.LacksPlatforms)
        {
            return fetched;
        }

        var images = await BoundedParallel
            .SelectAsync(digests, options.MaxConcurrency, (digest, _) => BuildOnceAsync(target, digest, cancellationToken), cancellationToken)
            .ConfigureAwait(false);
        return fetched with { Manifests = images.ToValueList() };
    }

    private Task<Image> BuildOnceAsync(ImportTarget target, Digest digest, CancellationToken cancellationToken) =>
        _images.GetAsync((target.Repository, digest), async () =>
        {
            var manifest = await GetAsync(target, digest, cancellationToken).ConfigureAwait(false);
            return await BuildAsync(target, manifest, cancellationToken).ConfigureAwait(false);
        });

    private async Task<Image> BuildAsync(
        ImportTarget target, FetchedManifest manifest, CancellationToken cancellationToken)
    {
        var config = manifest.Manifest is Manifest.SingleImage image
            ? await GetConfigAsync(target, image.Config, cancellationToken).ConfigureAwait(false)
            : default;
        return ImageFactory.FromManifest(
            target.Reference, manifest.Digest, manifest.Manifest, manifest.Content, config.Span, timeProvider);
    }

    private async Task<ReadOnlyMemory<byte>> GetConfigAsync(
        ImportTarget target, Descriptor config, CancellationToken cancellationToken)
    {
        var digest = ManifestVerification.ParseDigest("configuration's digest", config.Digest, "$.config.digest");
        var blob = await registry.GetBlobAsync(target.Repository, digest, cancellationToken).ConfigureAwait(false);
        return blob.Content;
    }

    private static Digest ParseDigest(ImageManifest manifest) =>
        ManifestVerification.ParseDigest("digest of an image in the index", manifest.Digest, "$.manifests");
}
