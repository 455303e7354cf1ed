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
    IRegistryClient registry, TimeProvider time, ImageImporterOptions options, IndexChoices choices, ILogger logger)
{
    private readonly ImageFetcher _fetcher = new(registry, time, options);

    /// <summary>Looks up what a tag is to point to.</summary>
    public async Task<LookedUpImage> FindAsync(ImageStream stream, string tag, CancellationToken cancellationToken)
    {
        if (!ImportTarget.TryFind(stream, tag, out var target, out var obstacle))
        {
            return new LookedUpImage.Nothing(obstacle);
        }

        using var telemetry = new ImportTelemetry(logger, stream, tag);
        var found = await FindAsync(target, cancellationToken).ConfigureAwait(false);
        telemetry.End(found);
        return found;
    }

    private async Task<LookedUpImage> FindAsync(ImportTarget target, CancellationToken cancellationToken)
    {
        try
        {
            return await AskAsync(target, cancellationToken).ConfigureAwait(false);
        }
        catch (RegistryException e)
        {
            return new LookedUpImage.Missing(ImportFault.Of(e));
        }
        catch (ImageFormatException e)
        {
            return new LookedUpImage.Missing(ImportFault.Of(e));
        }
    }

    private async Task<LookedUpImage> AskAsync(ImportTarget target, CancellationToken cancellationToken)
    {
        var found = await registry.ResolveAsync(target.Repository, target.TagOrDigest, cancellationToken)
            .ConfigureAwait(false);
        if (FindCurrent(target, found.Descriptor) is { } current)
        {
            return new LookedUpImage.Known(current, found.Source);
        }

        target = target.StartingAt(found.Source);
        var manifest = await _fetcher.GetAsync(target, found.Descriptor.Digest, cancellationToken).ConfigureAwait(false);
        if (_fetcher.Choose(manifest, target.Wish.ImportPolicy.ImportMode) is not { } chosen)
        {
            var index = await _fetcher.FetchIndexAsync(target, manifest, cancellationToken).ConfigureAwait(false);
            return index.LacksPlatforms
                ? new LookedUpImage.Missing(ImportFault.Of(ImageErrors.NoPlatform())) { Refused = index.Image }
                : new LookedUpImage.Fetched(index, found.Source);
        }

        if (chosen != manifest.Digest)
        {
            choices.Note(manifest.Digest, chosen);
        }

        if (target.IsCurrent(chosen))
        {
            return new LookedUpImage.Known(chosen, found.Source);
        }

        var image = await _fetcher.FetchImageAsync(target, chosen, cancellationToken).ConfigureAwait(false);
        return new LookedUpImage.Fetched(image, found.Source);
    }

    /// <summary>What the tag points to, if that is what it is to point to: what a registry has, or the image that stands
    /// for it.</summary>
    private Digest? FindCurrent(ImportTarget target, RegistryDescriptor found)
    {
        var isWhole = target.Wish.ImportPolicy.ImportMode == ImportMode.PreserveOriginal || !MediaTypes.IsIndex(found.MediaType);
        var image = isWhole ? found.Digest : choices.Find(found.Digest);
        return image is not null && target.IsCurrent(image) ? image : null;
    }
}
