using ImageStreams.Patching;

namespace ImageStreams.Clients;

internal sealed partial class EmbeddedTags
{
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
        FieldManagerRules.RequireForPatch(patch, options);
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
}
