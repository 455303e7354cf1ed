using ImageStreams.Collections;
using ImageStreams.Patching;
using ImageStreams.Storage;
using ImageStreams.Validation;

namespace ImageStreams.Clients;

/// <summary>Implements <c>images</c> on a store.</summary>
internal sealed class EmbeddedImages(Engine engine) : IImagesResource
{
    private readonly ImageWriter _writer = new(engine);
    private readonly StoreLister _lister = new(engine.Versions);
    private readonly ObjectWatcher<Image> _watcher = new(engine.Store.Images, engine.Versions, static image => image.WithTypeMeta());

    public async Task<Image> GetAsync(string name, CancellationToken cancellationToken = default) =>
        (await ReadAsync(name, cancellationToken).ConfigureAwait(false)).WithTypeMeta();

    public async Task<ImageList> ListAsync(ListOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new ListOptions();
        var selection = new ImageSelection(options.LabelSelector, options.FieldSelector);
        var (images, metadata) = await _lister
            .ListAsync(
                engine.Store.Images, ns: null, options, selection.IsEmpty ? null : selection.Matches, cancellationToken)
            .ConfigureAwait(false);
        return new ImageList { Metadata = metadata, Items = images.ToValueList() }.WithTypeMeta();
    }

    public IAsyncEnumerable<WatchEvent<Image>> WatchAsync(
        WatchOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new WatchOptions();
        var selection = new ImageSelection(options.LabelSelector, options.FieldSelector);
        return _watcher.WatchAsync(new WatchQuery { Name = selection.ExactName }, options, selection.Matches, cancellationToken);
    }

    public async Task<Image> CreateAsync(
        Image image, WriteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(image);

        RequireValid(image, ImageStreamValidator.Validate(image));
        VersionCheck.RequireNone(image.Metadata);
        var added = await _writer
            .AddAsync(_writer.Create(image), options?.DryRun ?? false, cancellationToken)
            .ConfigureAwait(false);
        return added.WithTypeMeta();
    }

    public async Task<Image> UpdateAsync(
        Image image, WriteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(image);

        var old = await ReadAsync(image.Name, cancellationToken).ConfigureAwait(false);
        VersionCheck.RequireSame(image.Metadata, old.Metadata, ResourceNames.Images);
        return await UpdateAsync(image, old, options, cancellationToken).ConfigureAwait(false);
    }

    public Task<PatchResult<Image>> PatchAsync(
        string name, ObjectPatch patch, WriteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(patch);

        options ??= new WriteOptions();
        PatchAnswers.RequireManager(patch, options);
        var patching = new RecordPatching(ImageSchemas.Images, patch, options, engine.TimeProvider);
        return ConflictRetry.RunAsync(() => PatchOnceAsync(name, patching, options, cancellationToken));
    }

    public Task DeleteAsync(
        string name, DeleteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        return ConflictRetry.RunAsync(() => DeleteOnceAsync(name, options ?? new DeleteOptions(), cancellationToken));
    }

    private async Task<PatchResult<Image>> PatchOnceAsync(
        string name, RecordPatching patching, WriteOptions options, CancellationToken cancellationToken)
    {
        var old = await engine.FindImageAsync(name, cancellationToken).ConfigureAwait(false);
        if (old is null && patching.Creates)
        {
            return await CreateAsync(name, patching, options, cancellationToken).ConfigureAwait(false);
        }

        old ??= await ReadAsync(name, cancellationToken).ConfigureAwait(false);
        var (next, owners) = patching.Patch(old.WithTypeMeta());
        next = next with { Metadata = PatchAnswers.RequireSameObject(next.Metadata, ns: "", name) };
        PatchAnswers.RequireSameVersion(next.Metadata, old.Metadata, ResourceNames.Images);
        old = old with { Metadata = old.Metadata with { ManagedFields = owners ?? old.Metadata.ManagedFields } };
        return new PatchResult<Image>
        {
            Object = await UpdateAsync(next, old, options, cancellationToken).ConfigureAwait(false),
        };
    }

    private async Task<PatchResult<Image>> CreateAsync(
        string name, RecordPatching patching, WriteOptions options, CancellationToken cancellationToken)
    {
        var (next, owners) = patching.Patch<Image>(live: null);
        var metadata = PatchAnswers.RequireSameObject(next.Metadata, ns: "", name);
        PatchAnswers.RequireNew(metadata, ResourceNames.Images, name);
        RequireValid(next, ImageStreamValidator.Validate(next));
        var created = _writer.Create(next with { Metadata = metadata });
        created = created with { Metadata = created.Metadata with { ManagedFields = owners ?? default } };
        var added = await _writer.AddAsync(created, options.DryRun, cancellationToken).ConfigureAwait(false);
        return new PatchResult<Image> { Object = added.WithTypeMeta(), Created = true };
    }

    private async Task<Image> UpdateAsync(Image image, Image old, WriteOptions? options, CancellationToken cancellationToken)
    {
        var next = Merge(image, old);
        RequireValid(next, ImageStreamValidator.ValidateUpdate(next, old));
        return options is { DryRun: true }
            ? next.WithTypeMeta()
            : (await WriteAsync(next, cancellationToken).ConfigureAwait(false)).WithTypeMeta();
    }

    private async Task<Image> DeleteOnceAsync(string name, DeleteOptions options, CancellationToken cancellationToken)
    {
        var image = await ReadAsync(name, cancellationToken).ConfigureAwait(false);
        VersionCheck.RequireMet(options, image.Metadata, Image.KindName, name);
        var asRead = new DeletePreconditions { ResourceVersion = image.Metadata.ResourceVersion };
        try
        {
            return options.DryRun
                ? image
                : await engine.Store.Images
                    .DeleteAsync(new ObjectKey("", name), asRead, cancellationToken)
                    .ConfigureAwait(false);
        }
        catch (StoreException e)
        {
            throw ApiErrors.FromStore(e, ResourceNames.Images, name);
        }
    }

    private async Task<Image> WriteAsync(Image image, CancellationToken cancellationToken)
    {
        try
        {
            return await engine.Store.Images.UpdateAsync(image, cancellationToken).ConfigureAwait(false);
        }
        catch (StoreException e)
        {
            throw ApiErrors.FromStore(e, ResourceNames.Images, image.Metadata.Name!);
        }
    }

    private async ValueTask<Image> ReadAsync(string name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(name);
        NameParameter.Require(name);
        return await engine.FindImageAsync(name, cancellationToken).ConfigureAwait(false)
            ?? throw ApiErrors.NotFound(ResourceNames.Images, name);
    }

    /// <summary>Returns the changed image, with the fields that are read from its manifest as they were.</summary>
    private static Image Merge(Image image, Image old) => image with
    {
        Kind = null,
        ApiVersion = null,
        Metadata = ServerMetadata.ForUpdate(image.Metadata, old.Metadata),
        DockerImageMetadata = old.DockerImageMetadata,
        DockerImageMetadataVersion = old.DockerImageMetadataVersion,
        DockerImageLayers = old.DockerImageLayers,
        DockerImageManifests = old.DockerImageManifests,
        DockerImageManifest = old.DockerImageManifest,
        DockerImageConfig = old.DockerImageConfig,
        DockerImageManifestMediaType = old.DockerImageManifestMediaType,
    };

    private static void RequireValid(Image image, ValueList<FieldError> errors)
    {
        if (!errors.IsEmpty)
        {
            throw ApiErrors.Invalid(Image.KindName, image.Name, errors);
        }
    }
}
