using ImageStreams.Collections;

namespace ImageStreams.Clients;

/// <summary>Changes streams in the name of what is seen through them: tags, pushes, imports.</summary>
internal sealed class StreamEditor(Engine engine, StreamWriter writer)
{
    /// <summary>Changes a stream, or makes one where there is none.</summary>
    /// <remarks>Where others write in between it starts anew with what they have written.</remarks>
    /// <param name="ns">The namespace.</param>
    /// <param name="name">The stream's name.</param>
    /// <param name="change">Makes the next stream; called for each try, also with a new stream that has no UID.</param>
    /// <param name="dryRun">Whether to do everything but keep the result.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The stream as a reader sees it.</returns>
    public Task<ImageStream> EditOrCreateAsync(
        string ns, string name, Func<ImageStream, ImageStream> change, bool dryRun, CancellationToken cancellationToken) =>
        Conflicts.RetryAsync(async () =>
        {
            var old = await engine.FindStreamAsync(ns, name, cancellationToken).ConfigureAwait(false);
            return await WriteAsync(change(old ?? CreateStream(ns, name)), old, dryRun, cancellationToken).ConfigureAwait(false);
        });

    /// <summary>Brings a changed stream, or a new one, into the store.</summary>
    public Task<ImageStream> WriteAsync(
        ImageStream next, ImageStream? old, bool dryRun, CancellationToken cancellationToken) =>
        old is null
            ? writer.CreateAsync(next, StreamWriteKind.Internal, dryRun, cancellationToken)
            : writer.UpdateAsync(next, old, StreamWriteKind.Internal, dryRun, cancellationToken);

    /// <summary>Takes a tag, its history included, out of a stream.</summary>
    /// <param name="resource">The resource that is asked to do so.</param>
    /// <param name="ns">The namespace.</param>
    /// <param name="name">The tag, as <c>stream:tag</c>.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task DeleteTagAsync(
        TagResource resource, string ns, string name, DeleteOptions? options, CancellationToken cancellationToken) =>
        Conflicts.RetryAsync(async () =>
        {
            var (stream, tag) = resource.Parse(name);
            var old = await engine
                .GetStreamAsync(ns, stream, resource.Plural, cancellationToken)
                .ConfigureAwait(false);
            VersionCheck.RequireMet(options ?? new DeleteOptions(), old.Metadata, resource.Plural, name);
            var next = WithoutTag(old, tag) ?? throw ApiErrors.NotFound(resource.Plural, name);
            return await WriteAsync(next, old, options?.DryRun ?? false, cancellationToken).ConfigureAwait(false);
        });

    /// <summary>A stream that is not there yet.</summary>
    public static ImageStream CreateStream(string ns, string name) =>
        new() { Metadata = new ObjectMeta { Name = name, Namespace = ns } };

    /// <summary>The stream in which a tag has another wish.</summary>
    public static ImageStream WithSpecTag(ImageStream stream, TagReference specTag) =>
        WithSpecTags(stream, stream.Spec.Tags.Set(specTag));

    /// <summary>The stream in which a tag has no wish.</summary>
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
