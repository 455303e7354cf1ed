using ImageStreams.Lifecycle;
using ImageStreams.References;
using ImageStreams.Registries;

namespace ImageStreams.Importing;

/// <summary>Brings images from registries into streams.</summary>
/// <remarks>
/// Asks the registry what a tag's image is (<c>HEAD</c>) and fetches only what is news. Where one image of an index was
/// taken, the index is fetched to see whether that image is still the one. Keeps no state: equal questions are asked
/// anew. Safe to share between threads, as far as the registry client is.
/// </remarks>
public sealed class ImageImporter
{
    private readonly IRegistryClient _registry;
    private readonly TimeProvider _time;
    private readonly ImageFetcher _fetcher;

    /// <summary>Imports through a client.</summary>
    /// <param name="registry">Talks to registries.</param>
    /// <param name="time">Says when an import happens; the system's clock when null.</param>
    public ImageImporter(IRegistryClient registry, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(registry);

        _registry = registry;
        _time = time ?? TimeProvider.System;
        _fetcher = new ImageFetcher(registry, _time);
    }

    /// <summary>Imports the image that a tag follows, and says what became of it.</summary>
    /// <remarks>
    /// Tags of the stream that follow the tag move along. What a registry does is an outcome, not an exception.
    /// </remarks>
    /// <param name="stream">The stream.</param>
    /// <param name="tag">The tag's name.</param>
    /// <param name="cancellationToken">Stops the import.</param>
    /// <exception cref="OperationCanceledException">The import was stopped.</exception>
    public async Task<TagImportResult> ImportTagAsync(
        ImageStream stream, string tag, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(tag);

        if (!ImportTarget.TryFind(stream, tag, out var target, out var obstacle))
        {
            return new TagImportResult.NotImportable { Tag = tag, Stream = stream, Obstacle = obstacle };
        }

        try
        {
            return await ImportAsync(stream, target, cancellationToken).ConfigureAwait(false);
        }
        catch (RegistryException e)
        {
            return Failed(stream, tag, ImportReasons.Of(e.Failure), e.Message) with
            {
                Failure = e.Failure,
                IsTransient = e.IsTransient,
                RetryAfter = e.RetryAfter,
            };
        }
        catch (ImageFormatException e)
        {
            return Failed(stream, tag, ImportReasons.InternalError, e.Message);
        }
    }

    private async Task<TagImportResult> ImportAsync(
        ImageStream stream, ImportTarget target, CancellationToken cancellationToken)
    {
        var found = await _registry.ResolveAsync(target.Repository, target.TagOrDigest, cancellationToken)
            .ConfigureAwait(false);
        if (IsCurrent(stream, target, found.Descriptor.Digest))
        {
            return Unchanged(stream, target, found, found.Descriptor.Digest);
        }

        target = target.StartingAt(found.Source);
        var manifest = await _fetcher.GetAsync(target, found.Descriptor.Digest, cancellationToken).ConfigureAwait(false);
        if (ImageFetcher.Choose(manifest, target.Wish.ImportPolicy.ImportMode) is not { } chosen)
        {
            var index = await _fetcher.FetchIndexAsync(target, manifest, cancellationToken).ConfigureAwait(false);
            return Imported(stream, target, found, index);
        }

        if (IsCurrent(stream, target, chosen))
        {
            return Unchanged(stream, target, found, chosen);
        }

        var fetched = await _fetcher.FetchImageAsync(target, manifest, chosen, cancellationToken).ConfigureAwait(false);
        return Imported(stream, target, found, fetched);
    }

    /// <summary>Whether the tag has the image already, from where it is to come from.</summary>
    private static bool IsCurrent(ImageStream stream, ImportTarget target, Digest digest)
    {
        var image = digest.ToString();
        return TagImports.IsCurrent(stream, target.Wish.Name, target.PullSpecOf(image), image);
    }

    private static TagImportResult.Unchanged Unchanged(
        ImageStream stream, ImportTarget target, ResolvedManifest found, Digest image) => new()
    {
        Tag = target.Wish.Name,
        Stream = stream,
        Image = image.ToString(),
        Source = found.Source,
    };

    private TagImportResult.Imported Imported(
        ImageStream stream, ImportTarget target, ResolvedManifest found, FetchedImage fetched) => new()
    {
        Tag = target.Wish.Name,
        Stream = TagImports.Succeed(
            stream,
            target.Wish.Name,
            fetched.Image.DockerImageReference!,
            fetched.Image.Metadata.Name!,
            Timestamp.Now(_time)),
        Image = fetched.Image,
        Manifests = fetched.Manifests,
        Source = found.Source,
    };

    private TagImportResult.Failed Failed(ImageStream stream, string tag, string reason, string message) => new()
    {
        Tag = tag,
        Stream = TagImports.Fail(stream, tag, reason, message, Timestamp.Now(_time)),
        Reason = reason,
        Message = message,
    };
}
