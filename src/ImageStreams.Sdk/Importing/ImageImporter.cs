using ImageStreams.Lifecycle;
using ImageStreams.References;
using ImageStreams.Registries;

namespace ImageStreams.Importing;

/// <summary>Brings images from registries into streams.</summary>
/// <remarks>
/// Asks the registry what a tag's image is (<c>HEAD</c>) and fetches only what is news. Keeps no state: equal questions
/// are asked anew. Safe to share between threads, as far as the registry client is.
/// </remarks>
/// <param name="registry">Talks to registries.</param>
/// <param name="time">Says when an import happens; the system's clock when null.</param>
public sealed class ImageImporter(IRegistryClient registry, TimeProvider? time = null)
{
    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly ImageFetcher _fetcher = new(registry, time ?? TimeProvider.System);

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

        if (FindObstacle(stream, tag, out var wish, out var reference) is { } obstacle)
        {
            return new TagImportResult.NotImportable { Tag = tag, Stream = stream, Obstacle = obstacle };
        }

        try
        {
            return await ImportAsync(stream, wish, reference, cancellationToken).ConfigureAwait(false);
        }
        catch (RegistryException e)
        {
            return Failed(stream, wish, ImportReasons.Of(e.Failure), e.Message) with
            {
                Failure = e.Failure,
                IsTransient = e.IsTransient,
            };
        }
        catch (ImageFormatException e)
        {
            return Failed(stream, wish, ImportReasons.InternalError, e.Message);
        }
    }

    private async Task<TagImportResult> ImportAsync(
        ImageStream stream, TagReference wish, ImageReference reference, CancellationToken cancellationToken)
    {
        var repository = RegistryRepository.From(reference, wish.ImportPolicy.Insecure) with
        {
            CredentialScope = stream.Metadata.Namespace ?? "",
        };
        var asked = reference.ToDockerClientDefaults() is { Id.Length: > 0 } pinned ? pinned.Id : reference.ToDockerClientDefaults().Tag;
        var found = await registry.ResolveAsync(repository, asked, cancellationToken).ConfigureAwait(false);
        var digest = found.Descriptor.Digest;
        if (TagImports.IsCurrent(stream, wish.Name, digest.ToString()))
        {
            return new TagImportResult.Unchanged
            {
                Tag = wish.Name, Stream = stream, Image = digest.ToString(), Source = found.Source,
            };
        }

        var fetched = await _fetcher.FetchAsync(repository, reference, digest, wish.ImportPolicy.ImportMode, cancellationToken)
            .ConfigureAwait(false);
        return new TagImportResult.Imported
        {
            Tag = wish.Name,
            Stream = TagImports.Succeed(
                stream, wish.Name, fetched.Image.DockerImageReference!, fetched.Image.Metadata.Name!, Timestamp.Now(_time)),
            Image = fetched.Image,
            Manifests = fetched.Manifests,
            Source = found.Source,
        };
    }

    private TagImportResult.Failed Failed(ImageStream stream, TagReference wish, string reason, string message) => new()
    {
        Tag = wish.Name,
        Stream = TagImports.Fail(stream, wish.Name, reason, message, Timestamp.Now(_time)),
        Reason = reason,
        Message = message,
    };

    private static ImportObstacle? FindObstacle(
        ImageStream stream, string tag, out TagReference wish, out ImageReference reference)
    {
        wish = stream.Spec.Tags.Find(tag) ?? TagReference.Default;
        reference = Nothing;
        if (!stream.Spec.Tags.Contains(tag))
        {
            return ImportObstacle.NoWish;
        }

        if (wish.From is not { Kind: ReferenceKinds.DockerImage } from)
        {
            return ImportObstacle.FollowsNoRegistry;
        }

        if (wish.Reference)
        {
            return ImportObstacle.ReferenceOnly;
        }

        if (!ImageReference.TryParse(from.Name, out var parsed) || parsed.Name.Length == 0)
        {
            return ImportObstacle.MalformedReference;
        }

        reference = parsed;
        return null;
    }

    private static ImageReference Nothing { get; } = ImageReference.FromParts("", "", "");
}
