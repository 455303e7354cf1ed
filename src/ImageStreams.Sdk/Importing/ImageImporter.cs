using ImageStreams.Internal;
using ImageStreams.Lifecycle;
using ImageStreams.References;
using ImageStreams.Registries;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ImageStreams.Importing;

/// <summary>Brings images from registries into streams.</summary>
/// <remarks>
/// Asks the registry what a tag's image is (<c>HEAD</c>) and fetches only what is news; equal digests of one import are
/// fetched once. Equal questions are asked anew with each import; all that is kept is which image stood for which index,
/// so that an unchanged tag costs one <c>HEAD</c> (after the first time, where one image of an index was taken). What a
/// registry does is an outcome, not an exception. Safe to share between threads, as far as the registry client is.
/// </remarks>
public sealed class ImageImporter
{
    private readonly IRegistryClient _registry;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger _logger;
    private readonly PlatformImageCache _choices = new();

    /// <summary>Imports through a client.</summary>
    /// <param name="registry">Talks to registries.</param>
    /// <param name="timeProvider">Says when an import happens; the system's clock when null.</param>
    /// <param name="options">How to import; copied. The defaults when null.</param>
    /// <param name="logger">Is told what becomes of each tag; nobody when null.</param>
    public ImageImporter(
        IRegistryClient registry,
        TimeProvider? timeProvider = null,
        ImageImporterOptions? options = null,
        ILogger<ImageImporter>? logger = null)
    {
        ArgumentNullException.ThrowIfNull(registry);

        _registry = registry;
        _timeProvider = timeProvider ?? TimeProvider.System;
        Options = (options ?? new ImageImporterOptions()).Copy();
        _logger = logger ?? NullLogger<ImageImporter>.Instance;
    }

    /// <summary>How it imports.</summary>
    internal ImageImporterOptions Options { get; }

    /// <summary>Imports the image that a tag follows, and says what became of it.</summary>
    /// <remarks>Tags of the stream that follow the tag move along.</remarks>
    /// <param name="stream">The stream.</param>
    /// <param name="tag">The tag's name.</param>
    /// <param name="cancellationToken">Stops the import.</param>
    /// <exception cref="OperationCanceledException">The import was stopped.</exception>
    public async Task<TagImportResult> ImportTagAsync(
        ImageStream stream, string tag, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tag);

        var result = await ImportTagsAsync(stream, [tag], progress: null, cancellationToken).ConfigureAwait(false);
        return result.Tags[0];
    }

    /// <summary>Imports the images that several tags follow, at the same time and as one change of the stream.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="tags">The names of the tags; null for each tag that follows an image in a registry.</param>
    /// <param name="progress">Is told of each tag; null for nobody.</param>
    /// <param name="cancellationToken">Stops the import.</param>
    /// <exception cref="OperationCanceledException">The import was stopped.</exception>
    public async Task<StreamImportResult> ImportTagsAsync(
        ImageStream stream,
        IEnumerable<string>? tags = null,
        IProgress<ImportProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);

        var names = tags?.ToList() ?? [.. stream.Spec.Tags.Where(ImportNeeds.IsImportable).Select(specTag => specTag.Name)];
        var found = await LookUpAllAsync(stream, names, progress, cancellationToken).ConfigureAwait(false);
        var next = ImportRecords.RecordTags(stream, names, found, Timestamp.Now(_timeProvider));
        return new StreamImportResult { Stream = next, Tags = ImportRecords.CreateResults(next, names, found) };
    }

    /// <summary>Imports a whole repository: a wish for each of its tags, and its image.</summary>
    /// <remarks>A tag that cannot be imported keeps the wish it has, and gets none where it had none, as in OpenShift.</remarks>
    /// <param name="stream">The stream.</param>
    /// <param name="repository">The repository, and how its tags are to be imported.</param>
    /// <param name="progress">Is told of each tag; null for nobody.</param>
    /// <param name="cancellationToken">Stops the import.</param>
    /// <exception cref="ArgumentException">The repository is not the name of one that a registry can have.</exception>
    /// <exception cref="OperationCanceledException">The import was stopped.</exception>
    public async Task<RepositoryImportResult> ImportRepositoryAsync(
        ImageStream stream,
        RepositoryImportSpec repository,
        IProgress<ImportProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(repository);

        var listing = await ListAsync(stream, repository, cancellationToken).ConfigureAwait(false)
            ?? throw new ArgumentException($"No registry can have a repository '{repository.From.Name}'.", nameof(repository));
        if (listing.Fault is { } fault)
        {
            return new RepositoryImportResult { Stream = stream, Error = fault };
        }

        var requested = listing.Chosen.Select(tag => listing.CreateSpecTag(repository, tag)).ToList();
        var found = await LookUpAllAsync(ImportRecords.WithSpecTags(stream, requested), listing.Chosen, progress, cancellationToken)
            .ConfigureAwait(false);
        var next = ImportRecords.RecordRepository(stream, requested, found, Timestamp.Now(_timeProvider));
        return new RepositoryImportResult
        {
            Stream = next,
            Tags = ImportRecords.CreateResults(next, listing.Chosen, found),
            AdditionalTags = listing.Additional,
        };
    }

    /// <summary>Begins to look up the images of one import.</summary>
    internal ImageLookup BeginLookup() => new(_registry, _timeProvider, Options, _choices, _logger);

    /// <summary>Lists a repository in the name of a stream; null when no registry can have it.</summary>
    internal async Task<RepositoryListing?> ListAsync(
        ImageStream stream, RepositoryImportSpec repository, CancellationToken cancellationToken)
    {
        if (!ImageReference.TryParse(repository.From.Name, out var reference)
            || reference is not { Tag.Length: 0, Id.Length: 0 }
            || !ImportTarget.IsInRegistry(reference))
        {
            return null;
        }

        var location = ImportTarget.CreateRepository(stream, reference, repository.ImportPolicy.Insecure);
        var listing = await RepositoryListing
            .ReadAsync(_registry, location, reference, Options.RepositoryTags, cancellationToken)
            .ConfigureAwait(false);
        if (listing.Fault is { } fault)
        {
            _logger.NotListed(repository.From.Name, fault.Reason, fault.Message);
        }

        return listing;
    }

    private Task<ImageLookupResult[]> LookUpAllAsync(
        ImageStream stream, IReadOnlyList<string> tags, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var (lookup, counter) = (BeginLookup(), new ProgressCounter(progress, tags.Count));
        return BoundedParallel.SelectAsync(
            tags,
            Options.MaxConcurrency,
            async (tag, token) =>
            {
                var found = await lookup.LookUpAsync(stream, tag, token).ConfigureAwait(false);
                counter.Count(tag, found);
                return found;
            },
            cancellationToken);
    }
}
