using ImageStreams.Collections;
using ImageStreams.Internal;
using ImageStreams.Patching;
using ImageStreams.Validation;

namespace ImageStreams.Clients;

/// <summary>Implements <c>imagestreamtags</c> on a store.</summary>
internal sealed class EmbeddedTags(Engine engine, StreamEditor editor) : IImageStreamTagsResource
{
    private static readonly TagResource Resource = TagResource.StreamTags;

    private readonly StreamLister _lister = new(engine);

    public async Task<ImageStreamTag> GetAsync(string ns, string name, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ns);

        var (streamName, tag) = Resource.Parse(name);
        var stream = engine.ToView(await engine
            .GetStreamAsync(ns, streamName, Resource.Plural, cancellationToken)
            .ConfigureAwait(false));
        var latest = StreamTagView.FindLatestImage(stream, tag) ?? throw ApiErrors.NotFound(Resource.Plural, name);
        var image = await engine.FindTagImageAsync(stream, tag, cancellationToken).ConfigureAwait(false)
            ?? throw ApiErrors.NotFound(Resource.Plural, latest.Image);
        return StreamTagView.Find(stream, tag, image)!.WithTypeMeta();
    }

    public async Task<ImageStreamTagList> ListAsync(
        string? ns, ListOptions? options = null, CancellationToken cancellationToken = default)
    {
        var selection = new TagSelection(options);
        var streams = await _lister.ListAllAsync(ns, options, cancellationToken).ConfigureAwait(false);
        var tags = streams.SelectMany(ToTags).Where(selection.Matches);
        return new ImageStreamTagList { Items = tags.ToValueList() }.WithTypeMeta();
    }

    public async Task<ImageStreamTag> CreateAsync(
        ImageStreamTag tag, WriteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tag);

        var name = tag.Name;
        await engine.Admission
            .RequireNamespaceAsync(tag.Namespace, Resource.Plural, name, cancellationToken)
            .ConfigureAwait(false);
        var request = ToRequest(tag);
        Resource.RequireValid(name, ImageStreamValidator.Validate(request, engine.Settings.AllowedRegistries));
        var (stream, tagName) = TagResource.ParseNew(name);
        return await WriteAsync(
                tag.Namespace, stream, tagName, current => Add(current, name, tagName, request.Tag), options, cancellationToken)
            .ConfigureAwait(false);
    }

    public async Task<ImageStreamTag> UpdateAsync(
        ImageStreamTag tag, WriteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tag);

        var (stream, tagName) = Resource.Parse(tag.Name);
        return await WriteAsync(
                tag.Namespace, stream, tagName, current => Change(current, tagName, tag), options, cancellationToken)
            .ConfigureAwait(false);
    }

    public async Task<ImageStreamTag> PatchAsync(
        string ns,
        string name,
        Func<ImageStreamTag, ImageStreamTag> change,
        WriteOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ns);
        ArgumentNullException.ThrowIfNull(change);

        var (stream, tagName) = Resource.Parse(name);
        return await WriteAsync(ns, stream, tagName, Patch, options, cancellationToken).ConfigureAwait(false);

        ImageStream Patch(ImageStream current)
        {
            var view = StreamTagView.CreateAfterWrite(engine.ToView(current), tagName, image: null).WithTypeMeta();
            return Change(current, tagName, change(view) ?? throw PatchErrors.NoResult(nameof(change)));
        }
    }

    public async Task<PatchResult<ImageStreamTag>> PatchAsync(
        string ns,
        string name,
        ObjectPatch patch,
        WriteOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ns);
        ArgumentNullException.ThrowIfNull(patch);

        options ??= new WriteOptions();
        PatchAnswers.RequireManager(patch, options);
        var (stream, tagName) = Resource.Parse(name);
        var patching = new RecordPatching(ImageSchemas.Tags, patch, options, engine.TimeProvider);
        var isNew = false;
        var written = await WriteAsync(ns, stream, tagName, Patch, options, cancellationToken).ConfigureAwait(false);
        return new PatchResult<ImageStreamTag> { Object = written, Created = isNew };

        ImageStream Patch(ImageStream current)
        {
            isNew = !current.Spec.Tags.Contains(tagName);
            var view = StreamTagView.CreateAfterWrite(engine.ToView(current), tagName, image: null).WithTypeMeta();
            var (next, owners) = patching.Patch(view);
            var metadata = PatchAnswers.RequireSameObject(next.Metadata, ns, name);
            return Change(current, tagName, next with { Metadata = metadata }, owners);
        }
    }

    public Task DeleteAsync(
        string ns, string name, DeleteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ns);
        return editor.DeleteTagAsync(Resource, ns, name, options, cancellationToken);
    }

    private static IEnumerable<ImageStreamTag> ToTags(ImageStream stream) => stream.Status.Tags
        .OrderBy(history => history.Tag, Utf8Order.Comparer)
        .Select(history => StreamTagView.Find(stream, history.Tag, image: null))
        .OfType<ImageStreamTag>();

    /// <summary>Returns the tag with its defaults, and without the fields that a writer cannot set.</summary>
    private ImageStreamTag ToRequest(ImageStreamTag tag) => tag.WithDefaults(engine.Settings.DefaultImportMode) with
    {
        Conditions = default,
        Image = Image.Default,
    };

    /// <summary>Returns the stream with a new spec tag; unchanged when the object has none.</summary>
    private static ImageStream Add(ImageStream stream, string name, string tag, TagReference? specTag)
    {
        if (stream.Spec.Tags.Contains(tag))
        {
            throw ApiErrors.AlreadyExists(Resource.Singular, name);
        }

        return specTag is null ? stream : StreamEditor.WithSpecTag(stream, specTag with { Name = tag });
    }

    /// <summary>Returns the stream with the spec tag of the object, and the object's annotations in it.</summary>
    private ImageStream Change(
        ImageStream stream, string tag, ImageStreamTag changed, ValueList<ManagedFieldsEntry>? owners = null)
    {
        var name = changed.Metadata.Name!;
        Resource.RequireVersion(stream, changed.Metadata.ResourceVersion, name);
        changed = RequireValid(stream, tag, ToRequest(changed), owners);
        var specTag = changed.Tag ?? stream.Spec.Tags.Find(tag) ?? throw ApiErrors.BadRequest(
            $"imagestreamtag {tag} is not a spec tag in imagestream {stream.Metadata.Namespace}/{stream.Metadata.Name}, "
            + "cannot be updated");
        return StreamEditor.WithSpecTag(stream, specTag with { Name = tag, Annotations = changed.Metadata.Annotations });
    }

    /// <summary>Validates the object, and returns it with the optional fields of the current one.</summary>
    private ImageStreamTag RequireValid(
        ImageStream stream, string tag, ImageStreamTag changed, ValueList<ManagedFieldsEntry>? owners)
    {
        var name = changed.Metadata.Name!;
        if (stream.Metadata.Uid is null)
        {
            Resource.RequireValid(name, ImageStreamValidator.Validate(changed, engine.Settings.AllowedRegistries));
            return changed;
        }

        var old = StreamTagView.CreateAfterWrite(engine.ToView(stream), tag, image: null);
        var metadata = ServerMetadata.ForUpdate(changed.Metadata, old.Metadata);
        metadata = metadata with { ManagedFields = owners ?? metadata.ManagedFields };
        changed = changed with
        {
            Metadata = metadata with { Labels = metadata.Labels.IsEmpty ? old.Metadata.Labels : metadata.Labels },
            Tag = changed.Tag is null ? null : changed.Tag with { Annotations = metadata.Annotations },
            Conditions = old.Conditions,
            Image = old.Image,
        };
        Resource.RequireValid(
            name,
            [
                .. MetadataErrors.FindInUpdate(changed.Metadata, old.Metadata),
                .. ImageStreamValidator.ValidateUpdate(changed, old, engine.Settings.AllowedRegistries),
            ]);
        return changed;
    }

    private async Task<ImageStreamTag> WriteAsync(
        string ns,
        string stream,
        string tagName,
        Func<ImageStream, ImageStream> change,
        WriteOptions? options,
        CancellationToken cancellationToken)
    {
        var written = await editor
            .EditOrCreateAsync(ns, stream, change, options?.DryRun ?? false, cancellationToken)
            .ConfigureAwait(false);
        var image = await engine.FindTagImageAsync(written, tagName, cancellationToken).ConfigureAwait(false);
        return StreamTagView.CreateAfterWrite(written, tagName, image).WithTypeMeta();
    }
}
