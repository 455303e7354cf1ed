using ImageStreams.Collections;
using ImageStreams.References;
using ImageStreams.Validation;

namespace ImageStreams.Clients;

/// <summary>Implements <c>imagetags</c> on a store.</summary>
internal sealed partial class EmbeddedImageTags(Engine engine, StreamEditor editor) : IImageTagsResource
{
    private static readonly TagResource Resource = TagResource.ImageTags;

    private readonly StreamLister _lister = new(engine);

    private readonly TagWriting<ImageTag> _writing = new(
        Resource, ImageSchemas.ImageTags, engine, editor, static (stream, tag, image) => ImageTagView.Create(stream, tag, image).WithTypeMeta());

    public async Task<ImageTag> GetAsync(string ns, string name, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ns);

        var (streamName, tag) = Resource.Parse(name);
        var stream = await engine
            .GetStreamAsync(ns, streamName, Resource.Plural, cancellationToken)
            .ConfigureAwait(false);
        return await GetViewAsync(engine.ToView(stream), tag, cancellationToken).ConfigureAwait(false)
            ?? throw ApiErrors.NotFound(Resource.Plural, name);
    }

    public async Task<ImageTagList> ListAsync(
        string? ns, ListOptions? options = null, CancellationToken cancellationToken = default)
    {
        var selection = new TagSelection(options);
        var streams = await _lister.ListAllAsync(ns, options, cancellationToken).ConfigureAwait(false);
        var tags = streams.SelectMany(ImageTagView.ToTags).Where(selection.Matches);
        return new ImageTagList { Items = tags.ToValueList() }.WithTypeMeta();
    }

    public async Task<ImageTag> CreateAsync(
        ImageTag tag, WriteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tag);

        FieldManagerRules.RequireForCreate(options);
        var name = tag.Name;
        await engine.Admission
            .RequireNamespaceAsync(tag.Namespace, Resource.Plural, name, options?.DryRun == true, cancellationToken)
            .ConfigureAwait(false);
        var complete = WithSpecName(ToRequest(tag));
        Resource.RequireValid(name, ImageStreamValidator.Validate(complete, engine.Settings.AllowedRegistries));
        var (stream, tagName) = TagResource.ParseNew(name);
        return await _writing.WriteAsync(tag.Namespace, stream, tagName, Add, options, cancellationToken).ConfigureAwait(false);

        ImageStream Add(ImageStream current) => current.Spec.Tags.Contains(tagName)
            ? throw ApiErrors.AlreadyExists(Resource.Plural, name)
            : StreamEditor.WithSpecTag(current, complete.Spec! with { Name = tagName });
    }

    public Task<ImageTag> UpdateAsync(
        ImageTag tag, WriteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tag);

        FieldManagerRules.RequireForUpdate(options);
        var (stream, tagName) = Resource.Parse(tag.Name);
        return _writing.WriteAsync(
            tag.Namespace, stream, tagName, current => Change(current, tagName, tag), options, cancellationToken);
    }

    public Task DeleteAsync(
        string ns, string name, DeleteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ns);
        return editor.DeleteTagAsync(Resource, ns, name, options, cancellationToken);
    }

    private ImageTag ToRequest(ImageTag tag) => tag.WithDefaults(engine.Settings.DefaultImportMode);

    /// <summary>Returns the tag with the name of its spec tag where that has none.</summary>
    private static ImageTag WithSpecName(ImageTag tag) =>
        tag.Spec is { Name.Length: 0 } spec && ImageStreamTagName.TrySplit(tag.Name, out _, out var name)
            ? tag with { Spec = spec with { Name = name } }
            : tag;

    /// <summary>Returns the stream with the spec tag of the object, or without one where the object has none.</summary>
    private ImageStream Change(
        ImageStream stream, string tag, ImageTag changed, ValueList<ManagedFieldsEntry>? owners = null)
    {
        var name = changed.Metadata.Name!;
        Resource.RequireVersion(stream, changed.Metadata.ResourceVersion, name);
        changed = ToRequest(changed);
        var isNew = stream.Metadata.Uid is null;
        changed = isNew ? WithSpecName(changed) : changed;
        Resource.RequireValid(
            name,
            isNew
                ? ImageStreamValidator.Validate(changed, engine.Settings.AllowedRegistries)
                : FindErrors(stream, tag, changed, owners));
        return changed.Spec is null
            ? StreamEditor.WithoutSpecTag(stream, tag)
            : StreamEditor.WithSpecTag(stream, changed.Spec with { Name = tag });
    }

    private ValueList<FieldError> FindErrors(
        ImageStream stream, string tag, ImageTag changed, ValueList<ManagedFieldsEntry>? owners)
    {
        var old = ImageTagView.Create(engine.ToView(stream), tag, image: null);
        var metadata = ServerMetadata.ForUpdate(changed.Metadata, old.Metadata);
        var next = changed with { Metadata = ChangesOwners(stream, changed, old) ? WithOtherOwners(metadata) : metadata };
        next = engine.Settings.AcceptImageTagUpdates ? next with { Status = old.Status } : WithApplied(next, owners);
        return
        [
            .. MetadataErrors.FindInUpdate(metadata, old.Metadata),
            .. ImageStreamValidator.ValidateUpdate(next, old, engine.Settings.AllowedRegistries),
        ];
    }

    private static ImageTag WithApplied(ImageTag tag, ValueList<ManagedFieldsEntry>? owners) =>
        owners is { } applied ? tag with { Metadata = tag.Metadata with { ManagedFields = applied } } : tag;

    /// <summary>Determines whether an update changes the owners of the stream's fields, which are metadata.</summary>
    /// <remarks>The tag that is updated has no image, so that one that was read and sent back counts as new.</remarks>
    private bool ChangesOwners(ImageStream stream, ImageTag changed, ImageTag old) =>
        !engine.Settings.AcceptImageTagUpdates
        && !stream.Metadata.ManagedFields.IsEmpty
        && (changed.Image is not null || SpecTagChanges.AddsOrChanges(changed.Spec, old.Spec));

    /// <summary>Returns metadata whose owners differ from those of any stream.</summary>
    private static ObjectMeta WithOtherOwners(ObjectMeta metadata) =>
        metadata with { ManagedFields = metadata.ManagedFields.Add(new ManagedFieldsEntry { Manager = Resource.Plural, Operation = "Update" }) };

    private async Task<ImageTag?> GetViewAsync(ImageStream stream, string tag, CancellationToken cancellationToken)
    {
        var image = await engine.FindTagImageAsync(stream, tag, cancellationToken).ConfigureAwait(false);
        return ImageTagView.Find(stream, tag, image)?.WithTypeMeta();
    }
}
