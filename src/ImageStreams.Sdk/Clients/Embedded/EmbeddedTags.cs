using ImageStreams.Collections;
using ImageStreams.Internal;
using ImageStreams.Validation;

namespace ImageStreams.Clients;

/// <summary>Implements <c>imagestreamtags</c> on a store.</summary>
internal sealed partial class EmbeddedTags(Engine engine, StreamEditor editor) : IImageStreamTagsResource
{
    private static readonly TagResource Resource = TagResource.StreamTags;

    private readonly StreamLister _lister = new(engine);

    private readonly TagWriting<ImageStreamTag> _writing = new(
        Resource, ImageSchemas.Tags, engine, editor, static (stream, tag, image) => StreamTagView.CreateAfterWrite(stream, tag, image).WithTypeMeta());

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

        FieldManagerRules.RequireForCreate(options);
        var name = tag.Name;
        await engine.Admission
            .RequireNamespaceAsync(tag.Namespace, Resource.Plural, name, options?.DryRun == true, cancellationToken)
            .ConfigureAwait(false);
        var request = ToRequest(tag);
        Resource.RequireValid(name, ImageStreamValidator.Validate(request, engine.Settings.AllowedRegistries));
        var (stream, tagName) = TagResource.ParseNew(name);
        return await _writing.WriteAsync(
                tag.Namespace, stream, tagName, current => Add(current, name, tagName, request.Tag), options, cancellationToken)
            .ConfigureAwait(false);
    }

    public async Task<ImageStreamTag> UpdateAsync(
        ImageStreamTag tag, WriteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tag);

        FieldManagerRules.RequireForUpdate(options);
        var (stream, tagName) = Resource.Parse(tag.Name);
        return await _writing.WriteAsync(
                tag.Namespace, stream, tagName, current => Change(current, tagName, tag), options, cancellationToken)
            .ConfigureAwait(false);
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
}
