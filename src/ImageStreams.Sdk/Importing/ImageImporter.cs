using ImageStreams.Internal;
using ImageStreams.Collections;
using ImageStreams.Lifecycle;
using ImageStreams.References;
using ImageStreams.Registries;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ImageStreams.Importing;

/// <summary>Imports images from registries into streams.</summary>
/// <remarks>
/// <para>Resolves a tag's image with <c>HEAD</c> and fetches it only if the tag does not have it; equal digests of one import
/// are fetched once. Each import resolves its tags again. Only the image of the preferred platform of an index is
/// remembered, so that an unchanged tag costs one <c>HEAD</c>, after the first time also where it has one image of an
/// index.</para>
/// <para>The failure of a registry is a result, not an exception. Safe to share between threads, as far as the registry
/// client is.</para>
/// </remarks>
public sealed class ImageImporter
{
    private readonly IRegistryClient _registry;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger _logger;
    private readonly PlatformImageCache _platformImages = new();

    /// <summary>Creates an importer.</summary>
    /// <param name="registry">The client for registries.</param>
    /// <param name="timeProvider">The time provider, or null for the system clock.</param>
    /// <param name="options">The options, which are copied, or null for the defaults.</param>
    /// <param name="logger">The logger, or null for none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="registry"/> is null.</exception>
    public ImageImporter(
        IRegistryClient registry,
        TimeProvider? timeProvider = null,
        ImageImporterOptions? options = null,
        ILogger<ImageImporter>? logger = null)
    {
        ArgumentNullException.ThrowIfNull(registry);

        _registry = registry;
        _timeProvider = timeProvider ?? TimeProvider.System;
        _logger = logger ?? NullLogger<ImageImporter>.Instance;
        Options = (options ?? new ImageImporterOptions()).Copy();
    }

    private ImageImporter(ImageImporter other, ImageImporterOptions options)
    {
        _registry = other._registry;
        _timeProvider = other._timeProvider;
        _logger = other._logger;
        Options = options;
    }

    /// <summary>The options.</summary>
    internal ImageImporterOptions Options { get; }

    /// <summary>Creates an importer with the same settings that refuses an index in an index.</summary>
    internal ImageImporter RefusingNestedIndexes()
    {
        var options = Options.Copy();
        options.RefuseNestedIndexes = true;
        return new ImageImporter(this, options);
    }

    /// <summary>Imports the image that a tag follows.</summary>
    /// <remarks>Tags of the stream that follow the tag move with it.</remarks>
    /// <param name="stream">The stream.</param>
    /// <param name="tag">The tag's name.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The result, with the stream after the import.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> or <paramref name="tag"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The operation was canceled.</exception>
    public async Task<TagImportResult> ImportTagAsync(
        ImageStream stream, string tag, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tag);

        var result = await ImportTagsAsync(stream, [tag], progress: null, cancellationToken).ConfigureAwait(false);
        return result.Tags[0];
    }

    /// <summary>Imports the images that several tags follow, concurrently and as one change of the stream.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="tags">The names of the tags; null for each tag that follows an image in a registry.</param>
    /// <param name="progress">The receiver of a report for each tag, or null for none.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The stream after the import, and the result of each tag.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The operation was canceled.</exception>
    public async Task<StreamImportResult> ImportTagsAsync(
        ImageStream stream,
        IEnumerable<string>? tags = null,
        IProgress<ImportProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);

        tags ??= stream.Spec.Tags.Where(ImportNeeds.IsImportable).Select(specTag => specTag.Name);
        var imports = tags.Select(tag => ImageImport.FromStream(stream, tag)).ToList();
        var found = await LookUpAllAsync(stream, imports, progress, cancellationToken).ConfigureAwait(false);
        var next = Record(found, ImportRecording.Create(stream, Timestamp.Now(_timeProvider)), stream);
        return new StreamImportResult { Stream = next, Tags = found.Select(import => import.ToResult(next)).ToValueList() };
    }

    /// <summary>Imports a whole repository: a spec tag for each of its tags, and its image.</summary>
    /// <remarks>A tag that cannot be imported keeps the spec tag it has, and gets none if it has none, as in
    /// OpenShift.</remarks>
    /// <param name="stream">The stream.</param>
    /// <param name="repository">The repository, and the policies for its tags.</param>
    /// <param name="progress">The receiver of a report for each tag, or null for none.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The stream after the import, and the result of each tag that was chosen.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> or <paramref name="repository"/> is null.</exception>
    /// <exception cref="ArgumentException">The <c>from</c> of <paramref name="repository"/> is not a repository that a
    /// registry can have.</exception>
    /// <exception cref="OperationCanceledException">The operation was canceled.</exception>
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
        if (listing.Error is { } error)
        {
            return new RepositoryImportResult { Stream = stream, Error = error };
        }

        var imports = listing.CreateImports(repository);
        var found = await LookUpAllAsync(stream, imports, progress, cancellationToken).ConfigureAwait(false);
        var next = Record(found, ImportRecording.CreateDeferred(stream, Timestamp.Now(_timeProvider)), stream);
        return new RepositoryImportResult
        {
            Stream = next,
            Tags = found.Select(import => import.ToResult(next)).ToValueList(),
            AdditionalTags = listing.Additional,
        };
    }

    /// <summary>Lists a repository on behalf of a stream; null when no registry can have it.</summary>
    internal async Task<RepositoryListing?> ListAsync(
        ImageStream stream, RepositoryImportSpec repository, CancellationToken cancellationToken)
    {
        if (!ImageReference.TryParse(repository.From.Name, out var reference)
            || reference is not { Tag.Length: 0, Id.Length: 0 }
            || !ImportTarget.IsInRegistry(reference))
        {
            return null;
        }

        var location = ImportTarget.CreateRepository(reference, repository.ImportPolicy.Insecure, stream.Namespace);
        var listing = await RepositoryListing
            .ReadAsync(_registry, location, reference, Options.RepositoryTags, cancellationToken)
            .ConfigureAwait(false);
        if (listing.Error is { } error)
        {
            _logger.NotListed(repository.From.Name, error.Reason, error.Message);
        }

        return listing;
    }

    /// <summary>Looks up the images of one import, as many at a time as the options allow.</summary>
    /// <param name="stream">The stream that they are for.</param>
    /// <param name="imports">The images.</param>
    /// <param name="lookUp">Looks up one of them.</param>
    /// <param name="progress">The receiver of a report for each image, or null for none.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The images with their outcomes, in the same order.</returns>
    internal Task<ImageImport[]> LookUpAllAsync(
        ImageStream stream,
        IReadOnlyList<ImageImport> imports,
        Func<ImageLookup, ImageImport, CancellationToken, Task<ImageImport>> lookUp,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken)
    {
        var fetcher = new ImageFetcher(_registry, _timeProvider, Options, _platformImages);
        var platform = Platform.Parse(Options.PreferredPlatform);
        var lookup = new ImageLookup(_registry, fetcher, _platformImages, platform, _logger, stream);
        var reporter = new ImportProgressReporter(progress, imports.Count);
        return BoundedParallel.SelectAsync(
            imports,
            Options.MaxConcurrency,
            async (import, token) =>
            {
                var found = await lookUp(lookup, import, token).ConfigureAwait(false);
                reporter.Report(found);
                return found;
            },
            cancellationToken);
    }

    private Task<ImageImport[]> LookUpAllAsync(
        ImageStream stream,
        IReadOnlyList<ImageImport> imports,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken) =>
        LookUpAllAsync(
            stream,
            imports,
            (lookup, import, token) => lookup.LookUpAsync(import, FindCurrent(stream, import.SpecTag), token),
            progress,
            cancellationToken);

    private static TagEvent? FindCurrent(ImageStream stream, TagReference requested) => ImportRecording.FindCurrent(
        stream, requested.Name, stream.Spec.Tags.Find(requested.Name)?.Generation ?? requested.Generation);

    private static ImageStream Record(ImageImport[] found, ImportRecording recording, ImageStream stream) =>
        recording.Settle(found.Aggregate(stream, (next, import) => import.RecordIn(next, recording)));
}
