using ImageStreams.Patching;

namespace ImageStreams.Clients;

/// <summary>Patches streams, and their status.</summary>
internal sealed class StreamPatching(Engine engine, StreamWriter writer)
{
    private const string StatusSubresource = "status";

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
        FieldManagerRules.RequireForPatch(patch, options);
        var write = StreamWrite.ByClient(kind, options);
        var patching = new RecordPatching(ImageSchemas.Streams, patch, options, engine.TimeProvider)
        {
            Subresource = kind == StreamWriteKind.Status ? StatusSubresource : "",
        };
        return ConflictRetry.RunAsync(async () =>
        {
            var old = await engine.FindStreamAsync(ns, name, cancellationToken).ConfigureAwait(false);
            return old is null
                ? await CreateAsync(ns, name, patching, write, cancellationToken).ConfigureAwait(false)
                : await UpdateAsync(old, patching, write, cancellationToken).ConfigureAwait(false);
        });
    }

    private async Task<PatchResult<ImageStream>> UpdateAsync(
        ImageStream old, RecordPatching patching, StreamWrite write, CancellationToken cancellationToken)
    {
        var (next, owners) = patching.Patch(engine.Views.GetWithType(old));
        next = next with { Metadata = PatchAnswers.RequireSameObject(next.Metadata, old.Namespace, old.Name) };
        PatchAnswers.RequireSameVersion(next.Metadata, old.Metadata, ResourceNames.Streams);
        var written = await writer
            .UpdateAsync(next, old, write with { Owners = owners }, cancellationToken)
            .ConfigureAwait(false);
        return new PatchResult<ImageStream> { Object = engine.Views.AddType(written) };
    }

    private async Task<PatchResult<ImageStream>> CreateAsync(
        string ns, string name, RecordPatching patching, StreamWrite write, CancellationToken cancellationToken)
    {
        if (!patching.Creates)
        {
            throw ApiErrors.NotFound(ResourceNames.Streams, name);
        }

        var (next, owners) = patching.Patch<ImageStream>(live: null);
        var metadata = PatchAnswers.RequireSameObject(next.Metadata, ns, name);
        PatchAnswers.RequireNew(metadata, ResourceNames.Streams, name);
        var created = await writer
            .CreateAsync(next with { Metadata = metadata }, write with { Owners = owners }, cancellationToken)
            .ConfigureAwait(false);
        return new PatchResult<ImageStream> { Object = engine.Views.AddType(created), Created = true };
    }
}
