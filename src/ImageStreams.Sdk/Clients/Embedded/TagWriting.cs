using ImageStreams.Collections;
using ImageStreams.Patching;
using ImageStreams.Schemas;
using ImageStreams.Serialization;

namespace ImageStreams.Clients;

/// <summary>Writes of single tags through their streams, which <c>imagestreamtags</c> and <c>imagetags</c> share.</summary>
/// <typeparam name="T">The type of the tags.</typeparam>
/// <param name="resource">The resource.</param>
/// <param name="schema">The structure of the tags.</param>
/// <param name="engine">The engine.</param>
/// <param name="editor">The editor of streams.</param>
/// <param name="view">Creates a tag of a stream as a reader sees it, with the image where it has one.</param>
internal sealed class TagWriting<T>(
    TagResource resource, ObjectSchema schema, Engine engine, StreamEditor editor, Func<ImageStream, string, Image?, T> view)
    where T : ApiObject, IWireObject<T>
{
    /// <summary>Changes a stream, or creates it, and returns a tag of it.</summary>
    public async Task<T> WriteAsync(
        string ns,
        string stream,
        string tag,
        Func<ImageStream, ImageStream> change,
        WriteOptions? options,
        CancellationToken cancellationToken)
    {
        var written = await editor
            .EditOrCreateAsync(ns, stream, change, options?.DryRun ?? false, cancellationToken)
            .ConfigureAwait(false);
        var image = await engine.FindTagImageAsync(written, tag, cancellationToken).ConfigureAwait(false);
        return view(written, tag, image);
    }

    /// <summary>Changes a tag by a function.</summary>
    /// <param name="ns">The namespace.</param>
    /// <param name="name">The name of the tag.</param>
    /// <param name="change">The function.</param>
    /// <param name="apply">Returns a stream with the changed tag.</param>
    /// <param name="options">The options.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public async Task<T> ChangeAsync(
        string ns,
        string name,
        Func<T, T> change,
        Func<ImageStream, string, T, ImageStream> apply,
        WriteOptions? options,
        CancellationToken cancellationToken)
    {
        var (stream, tag) = resource.Parse(name);
        return await WriteAsync(ns, stream, tag, Change, options, cancellationToken).ConfigureAwait(false);

        ImageStream Change(ImageStream current) =>
            apply(current, tag, change(View(current, tag)) ?? throw PatchErrors.NoResult(nameof(change)));
    }

    /// <summary>Changes a tag by a document.</summary>
    /// <param name="ns">The namespace.</param>
    /// <param name="name">The name of the tag.</param>
    /// <param name="patch">The document.</param>
    /// <param name="apply">Returns a stream with the changed tag and, for an apply, the owners of its fields.</param>
    /// <param name="options">The options.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public async Task<PatchResult<T>> PatchAsync(
        string ns,
        string name,
        ObjectPatch patch,
        Func<ImageStream, string, T, ValueList<ManagedFieldsEntry>?, ImageStream> apply,
        WriteOptions? options,
        CancellationToken cancellationToken)
    {
        options ??= new WriteOptions();
        FieldManagerRules.RequireForPatch(patch, options);
        var (stream, tag) = resource.Parse(name);
        var patching = new RecordPatching(schema, patch, options, engine.TimeProvider);
        var isNew = false;
        var written = await WriteAsync(ns, stream, tag, Patch, options, cancellationToken).ConfigureAwait(false);
        return new PatchResult<T> { Object = written, Created = isNew };

        ImageStream Patch(ImageStream current)
        {
            isNew = !current.Spec.Tags.Contains(tag);
            var (next, owners) = patching.Patch(View(current, tag));
            return apply(current, tag, next with { Metadata = PatchAnswers.RequireSameObject(next.Metadata, ns, name) }, owners);
        }
    }

    private T View(ImageStream stream, string tag) => view(engine.ToView(stream), tag, null);
}
