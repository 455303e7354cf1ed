using ImageStreams.Patching;

namespace ImageStreams.Clients;

internal sealed partial class EmbeddedImageTags
{
    public Task<ImageTag> PatchAsync(
        string ns,
        string name,
        Func<ImageTag, ImageTag> change,
        WriteOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ns);
        ArgumentNullException.ThrowIfNull(change);

        var (stream, tagName) = Resource.Parse(name);
        return WriteAsync(ns, stream, tagName, Patch, options, cancellationToken);

        ImageStream Patch(ImageStream current)
        {
            var view = ImageTagView.Create(engine.ToView(current), tagName, image: null).WithTypeMeta();
            return Change(current, tagName, change(view) ?? throw PatchErrors.NoResult(nameof(change)));
        }
    }

    public async Task<PatchResult<ImageTag>> PatchAsync(
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
        var patching = new RecordPatching(ImageSchemas.ImageTags, patch, options, engine.TimeProvider);
        var isNew = false;
        var written = await WriteAsync(ns, stream, tagName, Patch, options, cancellationToken).ConfigureAwait(false);
        return new PatchResult<ImageTag> { Object = written, Created = isNew };

        ImageStream Patch(ImageStream current)
        {
            isNew = !current.Spec.Tags.Contains(tagName);
            var view = ImageTagView.Create(engine.ToView(current), tagName, image: null).WithTypeMeta();
            var (next, owners) = patching.Patch(view);
            var metadata = PatchAnswers.RequireSameObject(next.Metadata, ns, name);
            return Change(current, tagName, next with { Metadata = metadata }, owners);
        }
    }
}
