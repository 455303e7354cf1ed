using ImageStreams.Collections;

namespace ImageStreams.Clients;

/// <summary>Changes streams through their tags and imports.</summary>
internal sealed class StreamEditor(Engine engine, StreamWriter writer)
{
    /// <summary>Changes a stream, or creates it if there is none.</summary>
    /// <remarks>When others write in between, the change is repeated on the stream as they wrote it.</remarks>
    /// <param name="ns">The namespace.</param>
    /// <param name="name">The stream's name.</param>
    /// <param name="change">The function that creates the next stream; called for each attempt, with a stream without a UID
    /// if there is none.</param>
    /// <param name="dryRun">True to do everything except to store the result.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The stream as a reader sees it.</returns>
    public Task<ImageStream> EditOrCreateAsync(
        string ns, string name, Func<ImageStream, ImageStream> change, bool dryRun, CancellationToken cancellationToken) =>
        ConflictRetry.RunAsync(async () =>
        {
            var old = await engine.FindStreamAsync(ns, name, cancellationToken).ConfigureAwait(false);
            return await WriteAsync(change(old ?? CreateStream(ns, name)), old, dryRun, cancellationToken).ConfigureAwait(false);
        });

    /// <summary>Writes a changed or a new stream.</summary>
    public Task<ImageStream> WriteAsync(
        ImageStream next, ImageStream? old, bool dryRun, CancellationToken cancellationToken) =>
        old is null
            ? writer.CreateAsync(next, StreamWrite.ByServer(StreamWriteKind.Internal, dryRun), cancellationToken)
            : writer.UpdateAsync(next, old, StreamWrite.ByServer(StreamWriteKind.Internal, dryRun), cancellationToken);

    /// <summary>Deletes a tag with its history.</summary>
    /// <param name="resource">The resource that the errors name.</param>
    /// <param name="ns">The namespace.</param>
    /// <param name="name">The tag, as <c>stream:tag</c>.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public Task DeleteTagAsync(
        TagResource resource, string ns, string name, DeleteOptions? options, CancellationToken cancellationToken) =>
        ConflictRetry.RunAsync(async () =>
        {
            var (stream, tag) = resource.Parse(name);
            var old = await engine
                .GetStreamAsync(ns, stream, resource.Plural, cancellationToken)
                .ConfigureAwait(false);
            VersionCheck.RequireMet(options ?? new DeleteOptions(), old.Metadata, resource.Plural, name);
            var next = WithoutTag(old, tag) ?? throw ApiErrors.NotFound(resource.Plural, name);
            return await WriteAsync(next, old, options?.DryRun ?? false, cancellationToken).ConfigureAwait(false);
        });

    /// <summary>Creates an empty stream that is not stored.</summary>
    public static ImageStream CreateStream(string ns, string name) =>
        new() { Metadata = new ObjectMeta { Name = name, Namespace = ns } };

    /// <summary>Returns the stream with another spec tag.</summary>
    public static ImageStream WithSpecTag(ImageStream stream, TagReference specTag) =>
        WithSpecTags(stream, stream.Spec.Tags.Set(specTag));

    /// <summary>Returns the stream without the spec tag of a tag.</summary>
    public static ImageStream WithoutSpecTag(ImageStream stream, string tag) =>
        WithSpecTags(stream, stream.Spec.Tags.Remove(tag));

    private static ImageStream WithSpecTags(ImageStream stream, KeyedList<TagReference> specTags) =>
        stream with { Spec = stream.Spec with { Tags = specTags } };

    private static ImageStream? WithoutTag(ImageStream stream, string tag)
    {
        if (!stream.Spec.Tags.Contains(tag) && !stream.Status.Tags.Contains(tag))
        {
            return null;
        }

        var status = stream.Status with { Tags = stream.Status.Tags.Remove(tag) };
        return WithoutSpecTag(stream, tag) with { Status = status };
    }
}
