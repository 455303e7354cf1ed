using ImageStreams.Collections;
using ImageStreams.Validation;

namespace ImageStreams.Clients;

/// <summary>Implements <c>imagetags</c> on a store.</summary>
internal sealed class EmbeddedImageTags(Engine engine, StreamEditor editor) : IImageTagsResource
{
    private static readonly TagResource Resource = TagResource.ImageTags;

    private readonly StreamLister _lister = new(engine);

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

        var name = tag.Name;
        var complete = ToRequest(tag);
        Resource.RequireValid(name, ImageStreamValidator.Validate(complete, engine.Settings.AllowedRegistries));
        var (stream, tagName) = TagResource.ParseNew(name);
        return await WriteAsync(tag, stream, tagName, Add, options, cancellationToken).ConfigureAwait(false);

        ImageStream Add(ImageStream current) => current.Spec.Tags.Contains(tagName)
            ? throw ApiErrors.AlreadyExists(Resource.Singular, name)
            : StreamEditor.WithSpecTag(current, complete.Spec! with { Name = tagName });
    }

    public Task<ImageTag> UpdateAsync(
        ImageTag tag, WriteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tag);

        var (stream, tagName) = Resource.Parse(tag.Name);
        return WriteAsync(
            tag, stream, tagName, current => Change(current, tagName, ToRequest(tag)), options, cancellationToken);
    }

    public Task DeleteAsync(
        string ns, string name, DeleteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ns);
        return editor.DeleteTagAsync(Resource, ns, name, options, cancellationToken);
    }

    private async Task<ImageTag> WriteAsync(
        ImageTag tag,
        string stream,
        string tagName,
        Func<ImageStream, ImageStream> change,
        WriteOptions? options,
        CancellationToken cancellationToken)
    {
        var written = await editor
            .EditOrCreateAsync(tag.Namespace, stream, change, options?.DryRun ?? false, cancellationToken)
            .ConfigureAwait(false);
        return await GetViewAsync(written, tagName, cancellationToken).ConfigureAwait(false) ?? tag;
    }

    /// <summary>Returns the tag with its defaults, and without the fields that a writer cannot set.</summary>
    private ImageTag ToRequest(ImageTag tag) => tag.WithDefaults(engine.Settings.DefaultImportMode) with
    {
        Status = null,
        Image = null,
    };

    /// <summary>Returns the stream with the spec tag of the object, or without one where the object has none.</summary>
    private ImageStream Change(ImageStream stream, string tag, ImageTag changed)
    {
        var name = changed.Metadata.Name!;
        Resource.RequireVersion(stream, changed.Metadata.ResourceVersion, name);
        Resource.RequireValid(name, FindErrors(stream, tag, changed));
        return changed.Spec is null
            ? StreamEditor.WithoutSpecTag(stream, tag)
            : StreamEditor.WithSpecTag(stream, changed.Spec with { Name = tag });
    }

    private ValueList<FieldError> FindErrors(ImageStream stream, string tag, ImageTag changed)
    {
        var allowed = engine.Settings.AllowedRegistries;
        if (ImageTagView.Find(engine.ToView(stream), tag, image: null) is not { } old)
        {
            return ImageStreamValidator.Validate(changed, allowed);
        }

        var metadata = ServerMetadata.ForUpdate(changed.Metadata, old.Metadata);
        return ImageStreamValidator.ValidateUpdate(changed with { Metadata = metadata, Status = old.Status }, old, allowed);
    }

    private async Task<ImageTag?> GetViewAsync(ImageStream stream, string tag, CancellationToken cancellationToken)
    {
        var image = await engine.FindTagImageAsync(stream, tag, cancellationToken).ConfigureAwait(false);
        return ImageTagView.Find(stream, tag, image)?.WithTypeMeta();
    }
}
