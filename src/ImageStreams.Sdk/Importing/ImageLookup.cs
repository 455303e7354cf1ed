using ImageStreams.References;
using ImageStreams.Registries;
using Microsoft.Extensions.Logging;

namespace ImageStreams.Importing;

/// <summary>Looks up the images of one import in their registries, and fetches those that a tag does not have yet.</summary>
/// <remarks>
/// Resolves a tag with <c>HEAD</c> first. Where a tag has the image of one platform and the index behind it is not known,
/// the index is fetched to check whether that image is still current. The failure of a registry is an outcome, not an
/// exception.
/// </remarks>
internal sealed class ImageLookup(
    IRegistryClient registry,
    ImageFetcher fetcher,
    PlatformImageCache platformImages,
    Platform platform,
    ILogger logger,
    ImageStream stream)
{
    /// <summary>Looks up one image.</summary>
    /// <param name="import">The import.</param>
    /// <param name="current">The event that makes an import of its image unnecessary; null for none.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The import with its outcome.</returns>
    public async Task<ImageImport> LookUpAsync(
        ImageImport import, TagEvent? current, CancellationToken cancellationToken)
    {
        if ((import.Reason ?? ImportTarget.FindReason(import.SpecTag)) is { } reason)
        {
            return import with { Reason = reason };
        }

        if (ImportTarget.Find(import, current, stream.Namespace, platform) is not { } target)
        {
            return import with { Reason = NotImportableReason.MalformedReference };
        }

        using var telemetry = new ImportTelemetry(logger, stream, import.SpecTag);
        var found = await TryLookUpAsync(import, target, cancellationToken).ConfigureAwait(false);
        telemetry.End(found);
        return found;
    }

    private async Task<ImageImport> TryLookUpAsync(
        ImageImport import, ImportTarget target, CancellationToken cancellationToken)
    {
        try
        {
            return await ResolveAsync(import, target, cancellationToken).ConfigureAwait(false);
        }
        catch (RegistryException e)
        {
            return import with { Error = ImportError.FromException(e) };
        }
        catch (ImageFormatException e)
        {
            return import with { Error = ImportError.FromException(e) };
        }
    }

    private async Task<ImageImport> ResolveAsync(
        ImageImport import, ImportTarget target, CancellationToken cancellationToken)
    {
        var resolved = await registry.ResolveAsync(target.Repository, target.TagOrDigest, cancellationToken)
            .ConfigureAwait(false);
        if (import.Required is { } required && required != resolved.Descriptor.Digest)
        {
            return import with { Error = ImportError.CreateMoved(target.Reference, required, resolved.Descriptor.Digest) };
        }

        if (target.Current is { } current && current == FindImage(resolved.Descriptor, target))
        {
            return import with { Current = current, Source = resolved.Source };
        }

        return await fetcher
            .FetchAsync(import, target.StartingAt(resolved.Source), resolved.Descriptor.Digest, cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Finds the image that a descriptor stands for without fetching it; null for an index that is not known.</summary>
    private Digest? FindImage(RegistryDescriptor descriptor, ImportTarget target) =>
        target.PreservesIndex || !MediaTypes.IsIndex(descriptor.MediaType)
            ? descriptor.Digest
            : platformImages.Find(descriptor.Digest, target.Platform);
}
