using ImageStreams.Collections;
using ImageStreams.Internal;
using ImageStreams.References;
using ImageStreams.Registries;

namespace ImageStreams.Importing;

/// <summary>Fetches an image: its manifest, its configuration and, for an index, its images.</summary>
/// <remarks>
/// Keeps the fetched content, so that one fetcher serves one import: equal digests of a repository are fetched once,
/// regardless of the number of tags that name them. A registry that does not serve a part causes a
/// <see cref="RegistryException"/>; a part that is not an image causes an <see cref="ImageFormatException"/>. Images carry
/// the texts of their manifests.
/// </remarks>
internal sealed class ImageFetcher(
    IRegistryClient registry, TimeProvider timeProvider, ImageImporterOptions options, PlatformImageCache platformImages)
{
    /// <summary>The maximum number of images of one index that are fetched: each costs two requests.</summary>
    public const int MaxImages = 1000;

    private readonly AsyncOnce<(RegistryRepository, Digest), (RegistryManifest Served, Manifest Parsed)> _manifests = new();
    private readonly ImportBudget _budget = new(options.MaxImportBytes);
    private readonly AsyncOnce<(RegistryRepository, Digest), Image> _images = new();
    private readonly AsyncOnce<(RegistryRepository, Digest), (Image Index, ValueList<Image> Manifests)> _indexes = new();

    /// <summary>Fetches the image behind a digest: its own, that of one platform of an index, or the index itself.</summary>
    /// <param name="import">The import.</param>
    /// <param name="target">The location of the image.</param>
    /// <param name="digest">The digest of a manifest or an index.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The import with its outcome.</returns>
    public async Task<ImageImport> FetchAsync(
        ImageImport import, ImportTarget target, Digest digest, CancellationToken cancellationToken)
    {
        var (served, manifest) = await GetManifestAsync(target, digest, cancellationToken).ConfigureAwait(false);
        if (manifest is Manifest.Index preserved && target.PreservesIndex)
        {
            return await FetchIndexAsync(import, target, served, preserved, cancellationToken).ConfigureAwait(false);
        }

        var chosen = manifest is Manifest.Index index
            ? await ChooseImageAsync(target, served.Digest, index, cancellationToken).ConfigureAwait(false)
            : new PlatformChoice { Image = served.Digest };
        import = import with { Source = target.Repository.StartAt, DroppedPlatforms = chosen.Dropped };
        return chosen.Image == target.Current
            ? import with { Current = chosen.Image }
            : import with { Image = await FetchImageAsync(target, chosen.Image, cancellationToken).ConfigureAwait(false) };
    }

    private async Task<PlatformChoice> ChooseImageAsync(
        ImportTarget target, Digest digest, Manifest.Index index, CancellationToken cancellationToken)
    {
        var chosen = await WalkAsync(target, index, cancellationToken).ConfigureAwait(false);
        platformImages.Set(digest, target.Platform, chosen.Image);
        return chosen;
    }

    private Task<PlatformChoice> WalkAsync(ImportTarget target, Manifest.Index index, CancellationToken cancellationToken)
    {
        if (!options.RefuseNestedIndexes)
        {
            return CreateWalker(target, cancellationToken).ChooseAsync(index, target.Platform, target.Current);
        }

        var chosen = PlatformSelector.Choose(index.Entries, target.Platform);
        return Task.FromResult(
            PlatformChoice.Create(IndexWalker.ParseDigest(chosen.Manifest), chosen, index.Entries));
    }

    private IndexWalker CreateWalker(ImportTarget target, CancellationToken cancellationToken) => new(async digest =>
        (await GetManifestAsync(target, digest, cancellationToken).ConfigureAwait(false)).Parsed);

    /// <summary>Fetches the images of an index, each once, also those of the indexes in it.</summary>
    private async Task<ImageImport> FetchIndexAsync(
        ImageImport import,
        ImportTarget target,
        RegistryManifest served,
        Manifest.Index manifest,
        CancellationToken cancellationToken)
    {
        var (index, manifests) = await _indexes
            .GetAsync((target.Repository, served.Digest), () => CreateIndexAsync(target, served, manifest, cancellationToken))
            .ConfigureAwait(false);
        return LacksPlatforms(index)
            ? import with { Error = ImportError.FromException(ImageFormatErrors.NoPlatform()), Invalid = index }
            : import with { Image = index, Manifests = manifests, Source = target.Repository.StartAt };
    }

    private async Task<(Image Index, ValueList<Image> Manifests)> CreateIndexAsync(
        ImportTarget target, RegistryManifest served, Manifest.Index manifest, CancellationToken cancellationToken)
    {
        manifest = await ExpandAsync(target, manifest, cancellationToken).ConfigureAwait(false);
        var index = ImageFactory.FromIndex(target.Reference, served.Digest, manifest, served.Content.Span, timeProvider);
        var digests = index.DockerImageManifests.Select(IndexWalker.ParseDigest).Distinct().ToList();
        if (digests.Count > MaxImages)
        {
            throw ImageFormatErrors.TooManyImages(digests.Count, MaxImages);
        }

        if (LacksPlatforms(index))
        {
            return (index, []);
        }

        var budget = new IndexBudget(options.MaxIndexBytes);
        var images = await BoundedParallel
            .SelectAsync(
                digests,
                options.MaxConcurrency,
                async (digest, _) => budget.Spend(await FetchImageAsync(target, digest, cancellationToken).ConfigureAwait(false)),
                cancellationToken)
            .ConfigureAwait(false);
        return (index, images.ToValueList());
    }

    private async Task<Manifest.Index> ExpandAsync(
        ImportTarget target, Manifest.Index index, CancellationToken cancellationToken) =>
        options.RefuseNestedIndexes || !index.Entries.Any(static entry => entry.IsIndex)
            ? index
            : index with
            {
                Entries = await CreateWalker(target, cancellationToken).ExpandAsync(index).ConfigureAwait(false),
            };

    private Task<Image> FetchImageAsync(ImportTarget target, Digest digest, CancellationToken cancellationToken) =>
        _images.GetAsync((target.Repository, digest), async () =>
        {
            var (served, manifest) = await GetManifestAsync(target, digest, cancellationToken).ConfigureAwait(false);
            var config = manifest is Manifest.SingleImage image
                ? await GetConfigAsync(target, image.Config.Digest, cancellationToken).ConfigureAwait(false)
                : default;
            return ImageFactory.FromManifest(
                target.Reference, served.Digest, manifest, served.Content.Span, config.Span, timeProvider);
        });

    private Task<(RegistryManifest Served, Manifest Parsed)> GetManifestAsync(
        ImportTarget target, Digest digest, CancellationToken cancellationToken) =>
        _manifests.GetAsync((target.Repository, digest), async () =>
        {
            var served = await registry
                .GetManifestAsync(target.Repository, digest.ToString(), cancellationToken)
                .ConfigureAwait(false);
            _budget.Spend(served.Content.Length);
            return (served, Manifest.Parse(served.Content.Span, served.MediaType));
        });

    private async Task<ReadOnlyMemory<byte>> GetConfigAsync(
        ImportTarget target, string config, CancellationToken cancellationToken)
    {
        var digest = ManifestVerification.ParseDigest("configuration's digest", config, "$.config.digest");
        var blob = await registry.GetBlobAsync(target.Repository, digest, cancellationToken).ConfigureAwait(false);
        _budget.Spend(blob.Content.Length);
        return blob.Content;
    }

    /// <summary>Determines whether an index does not name the platform of each image; none of them is then fetched.</summary>
    private static bool LacksPlatforms(Image index) => index.DockerImageManifests.Any(static image =>
        string.IsNullOrEmpty(image.Architecture) || string.IsNullOrEmpty(image.Os));
}
