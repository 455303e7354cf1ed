using ImageStreams.Patching;

namespace ImageStreams.Clients;

/// <summary>Patches streams, and their status.</summary>
internal sealed class StreamPatching(Engine engine, StreamWriter writer)
{
    /// <summary>Patches a stream.</summary>
    /// <param name="ns">The namespace.</param>
    /// <param name="name">The stream's name.</param>
    /// <param name="patch">The patch.</param>
    /// <param name="kind">The part of the stream that is written.</param>
    /// <param name="options">The options.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public Task<PatchResult<ImageStream>> PatchAsync(
        string ns,
        string name,
        ObjectPatch patch,
        StreamWriteKind kind,
        WriteOptions options,
        CancellationToken cancellationToken)
    {
        PatchAnswers.RequireManager(patch, options);
        return ConflictRetry.RunAsync(async () =>
        {
            var old = await engine.GetStreamAsync(ns, name, ResourceNames.Streams, cancellationToken).ConfigureAwait(false);
            var next = PatchOnce(old, patch, options);
            VersionCheck.RequireSameVersion(next.Metadata, old.Metadata, ResourceNames.Streams);
            var written = await writer.UpdateAsync(next, old, StreamWrite.ByClient(kind, options), cancellationToken).ConfigureAwait(false);
            return new PatchResult<ImageStream> { Object = written.WithTypeMeta() };
        });
    }

    private ImageStream PatchOnce(ImageStream old, ObjectPatch patch, WriteOptions options)
    {
        var current = engine.ToView(old).WithTypeMeta();
        var next = PatchAnswers.Patch(current, patch, ImageSchemas.Streams, options);
        return next with { Metadata = PatchAnswers.RequireSameObject(next.Metadata, old.Namespace, old.Name) };
    }
}
