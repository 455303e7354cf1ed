using ImageStreams.References;
using ImageStreams.Registries;
using Microsoft.Extensions.Logging;

namespace ImageStreams.Importing;

/// <summary>Looks images up in registries for one import, and fetches those that are news.</summary>
/// <remarks>
/// Asks what a tag's image is (<c>HEAD</c>) first. Where one image of an index was taken and it is not known which index
/// that was, the index is fetched to see whether that image is still the one. What a registry does is an outcome, not an
/// exception.
/// </remarks>
internal sealed class ImageLookup(
    IRegistryClient registry, TimeProvider timeProvider, ImageImporterOptions options, PlatformImageCache choices, ILogger logger)
{
    private readonly ImageFetcher _fetcher = new(registry, timeProvider, options);

    /// <summary>Looks up what a tag is to point to.</summary>
    public async Task<ImageLookupResult> LookUpAsync(ImageStream stream, string tag, CancellationToken cancellationToken)
    {
        if (!ImportTarget.TryFind(stream, tag, out var target, out var obstacle))
        {
            return new ImageLookupResult.NotImportable(obstacle);
        }

        using var telemetry = new ImportTelemetry(logger, stream, tag);
        var found = await LookUpAsync(target, cancellationToken).ConfigureAwait(false);
        telemetry.End(found);
        return found;
    }

    private async Task<ImageLookupResult> LookUpAsync(ImportTarget target, CancellationToken cancellationToken)
    {
        try
        {
            return await ResolveAsync(target, cancellationToken).ConfigureAwait(false);
        }
        catch (RegistryException e)
        {
            return new ImageLookupResult.Failed(ImportError.FromException(e));
        }
        catch (ImageFormatException e)
        {
            return new ImageLookupResult.Failed(ImportError.FromException(e));
        }
    }

    private async Task<ImageLookupResult> ResolveAsync(ImportTarget target, CancellationToken cancellationToken)
    {
        var found = await registry.ResolveAsync(target.Repository, target.TagOrDigest, cancellationToken)
            .ConfigureAwait(false);
        if (FindCurrent(target, found.Descriptor) is { } current)
        {
            return new ImageLookupResult.Unchanged(current, found.Source);
        }

        target = target.StartingAt(found.Source);
        var manifest = await _fetcher.GetAsync(target, found.Descriptor.Digest, cancellationToken).ConfigureAwait(false);
        if (_fetcher.ChooseImage(manifest, target.SpecTag.ImportPolicy.ImportMode) is not { } chosen)
        {
            var index = await _fetcher.FetchIndexAsync(target, manifest, cancellationToken).ConfigureAwait(false);
            return index.LacksPlatforms
                ? new ImageLookupResult.Failed(ImportError.FromException(ImageFormatErrors.NoPlatform())) { Refused = index.Image }
                : new ImageLookupResult.Fetched(index, found.Source);
        }

        if (chosen != manifest.Digest)
        {
            choices.Set(manifest.Digest, chosen);
        }

        if (target.IsCurrent(chosen))
        {
            return new ImageLookupResult.Unchanged(chosen, found.Source);
        }

        var image = await _fetcher.FetchImageAsync(target, chosen, cancellationToken).ConfigureAwait(false);
        return new ImageLookupResult.Fetched(image, found.Source);
    }

    /// <summary>What the tag points to, if that is what it is to point to: what a registry has, or the image that stands
    /// for it.</summary>
    private Digest? FindCurrent(ImportTarget target, RegistryDescriptor found)
    {
        var isWhole = target.SpecTag.ImportPolicy.ImportMode == ImportMode.PreserveOriginal || !MediaTypes.IsIndex(found.MediaType);
        var image = isWhole ? found.Digest : choices.Find(found.Digest);
        return image is not null && target.IsCurrent(image) ? image : null;
    }
}
