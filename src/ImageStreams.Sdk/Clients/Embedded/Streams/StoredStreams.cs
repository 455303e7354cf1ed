using ImageStreams.Storage;

namespace ImageStreams.Clients;

/// <summary>Puts streams into the store, with the failures of the API.</summary>
internal sealed class StoredStreams(Engine engine)
{
    /// <summary>Requires that there is no stream of the name yet.</summary>
    /// <returns>The stream as it was given.</returns>
    public async Task<ImageStream> RequireFreeAsync(ImageStream stream, CancellationToken cancellationToken)
    {
        var (ns, name) = (stream.Namespace, stream.Metadata.Name!);
        return await engine.FindStreamAsync(ns, name, cancellationToken).ConfigureAwait(false) is null
            ? stream
            : throw ApiErrors.AlreadyExists(ResourceNames.Streams, name);
    }

    /// <summary>Adds a stream.</summary>
    public async Task<ImageStream> AddAsync(ImageStream stream, CancellationToken cancellationToken)
    {
        try
        {
            return await engine.Store.Streams.CreateAsync(stream, cancellationToken).ConfigureAwait(false);
        }
        catch (StoreException e)
        {
            throw ApiErrors.FromStore(e, ResourceNames.Streams, stream.Metadata.Name!);
        }
    }

    /// <summary>Replaces a stream, or deletes one that was marked and has lost its last finalizer.</summary>
    public async Task<ImageStream> ReplaceAsync(ImageStream stream, CancellationToken cancellationToken)
    {
        try
        {
            if (!ServerMetadata.IsFinalized(stream.Metadata))
            {
                return await engine.Store.Streams.UpdateAsync(stream, cancellationToken).ConfigureAwait(false);
            }

            var asRead = new DeletePreconditions { ResourceVersion = stream.Metadata.ResourceVersion };
            await engine.Store.Streams.DeleteAsync(ObjectKey.FromObject(stream), asRead, cancellationToken).ConfigureAwait(false);
            return stream;
        }
        catch (StoreException e)
        {
            throw ApiErrors.FromStore(e, ResourceNames.Streams, stream.Metadata.Name!);
        }
    }
}
