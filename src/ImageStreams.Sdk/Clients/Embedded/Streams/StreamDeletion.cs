using ImageStreams.Storage;

namespace ImageStreams.Clients;

/// <summary>Deletes streams; a stream with finalizers is only marked.</summary>
internal sealed class StreamDeletion(Engine engine)
{
    public Task<DeleteResult<ImageStream>> DeleteAsync(
        string ns, string name, DeleteOptions options, CancellationToken cancellationToken) =>
        ConflictRetry.RunAsync(() => DeleteOnceAsync(new ObjectKey(ns, name), options, cancellationToken));

    private async Task<DeleteResult<ImageStream>> DeleteOnceAsync(
        ObjectKey key, DeleteOptions options, CancellationToken cancellationToken)
    {
        var stream = await engine
            .GetStreamAsync(key.Namespace, key.Name, ResourceNames.Streams, cancellationToken)
            .ConfigureAwait(false);
        VersionCheck.RequireMet(options, stream.Metadata, ImageStream.KindName, key.Name);
        try
        {
            return stream.Metadata.Finalizers.IsEmpty
                ? await RemoveAsync(stream, options, cancellationToken).ConfigureAwait(false)
                : await MarkAsync(stream, options, cancellationToken).ConfigureAwait(false);
        }
        catch (StoreException e)
        {
            throw ApiErrors.FromStore(e, ResourceNames.Streams, key.Name);
        }
    }

    private async Task<DeleteResult<ImageStream>> RemoveAsync(
        ImageStream stream, DeleteOptions options, CancellationToken cancellationToken)
    {
        var asRead = new DeletePreconditions { ResourceVersion = stream.Metadata.ResourceVersion };
        var removed = options.DryRun
            ? stream
            : await engine.Store.Streams
                .DeleteAsync(ObjectKey.FromObject(stream), asRead, cancellationToken)
                .ConfigureAwait(false);
        return new DeleteResult<ImageStream>.Deleted
        {
            Name = removed.Name,
            Uid = removed.Metadata.Uid,
            Object = engine.ToView(removed).WithTypeMeta(),
        };
    }

    private async Task<DeleteResult<ImageStream>> MarkAsync(
        ImageStream stream, DeleteOptions options, CancellationToken cancellationToken)
    {
        var marked = Mark(stream);
        if (!options.DryRun)
        {
            marked = await engine.Store.Streams.UpdateAsync(marked, cancellationToken).ConfigureAwait(false);
        }

        return new DeleteResult<ImageStream>.Finalizing { Object = engine.ToView(marked).WithTypeMeta() };
    }

    /// <summary>Returns the stream with the time of its deletion, which the first request sets; that changes its
    /// generation.</summary>
    private ImageStream Mark(ImageStream stream) => stream.Metadata.DeletionTimestamp is not null ? stream : stream with
    {
        Metadata = stream.Metadata with
        {
            DeletionTimestamp = Timestamp.Now(engine.TimeProvider),
            DeletionGracePeriodSeconds = 0,
            Generation = stream.Metadata.Generation + 1,
        },
    };
}
