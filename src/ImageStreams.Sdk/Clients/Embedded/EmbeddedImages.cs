using ImageStreams.Collections;
using ImageStreams.Storage;
using ImageStreams.Validation;

namespace ImageStreams.Clients;

/// <summary>Implements <c>images</c> on a store.</summary>
internal sealed partial class EmbeddedImages(Engine engine) : IImagesResource
{
    private readonly ImageWriter _writer = new(engine);
    private readonly StoreLister _lister = new(engine.Versions);
    private readonly ObjectWatcher<Image> _watcher = new(engine.Store.Images, engine.Versions, engine.TypedImages.Get);

    public async Task<Image> GetAsync(string name, CancellationToken cancellationToken = default) =>
        engine.TypedImages.Get(await ReadAsync(name, cancellationToken).ConfigureAwait(false));

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

        FieldManagerRules.RequireForCreate(options);
        RequireValid(image, ImageStreamValidator.Validate(image));
        VersionCheck.RequireNone(image.Metadata);
        var created = _writer.Create(image);
        var owners = ImageOwners.ForCreate(
            created, image.Metadata.ManagedFields, options, Timestamp.Now(engine.TimeProvider));
        var added = await _writer
            .AddAsync(WithOwners(created, owners), options?.DryRun ?? false, cancellationToken)
            .ConfigureAwait(false);
        return added.WithTypeMeta();
    }

    public async Task<Image> UpdateAsync(
        Image image, WriteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(image);

        FieldManagerRules.RequireForUpdate(options);
        var old = await ReadAsync(image.Name, cancellationToken).ConfigureAwait(false);
        VersionCheck.RequireSame(image.Metadata, old.Metadata, ResourceNames.Images);
        return await UpdateAsync(image, old, owners: null, options, cancellationToken).ConfigureAwait(false);
    }

    /// <param name="image">The image as the client wants it.</param>
    /// <param name="old">The image as it is stored.</param>
    /// <param name="owners">The owners after an apply; null for those that follow from what changes.</param>
    /// <param name="options">The options of the write.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    private async Task<Image> UpdateAsync(
        Image image,
        Image old,
        ValueList<ManagedFieldsEntry>? owners,
        WriteOptions? options,
        CancellationToken cancellationToken)
    {
        var next = Merge(image, old);
        next = WithOwners(next, owners ?? ImageOwners.ForUpdate(
            next, old, image.Metadata.ManagedFields, options, Timestamp.Now(engine.TimeProvider)));
        RequireValid(next, ImageStreamValidator.ValidateUpdate(next, old));
        return options is { DryRun: true }
            ? next.WithTypeMeta()
            : (await WriteAsync(next, cancellationToken).ConfigureAwait(false)).WithTypeMeta();
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

    private static Image WithOwners(Image image, ValueList<ManagedFieldsEntry> owners) =>
        image with { Metadata = image.Metadata with { ManagedFields = owners } };

    private static void RequireValid(Image image, ValueList<FieldError> errors)
    {
        if (!errors.IsEmpty)
        {
            throw ApiErrors.Invalid(Image.KindName, image.Name, errors);
        }
    }
}
