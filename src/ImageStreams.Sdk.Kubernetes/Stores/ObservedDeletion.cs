using ImageStreams.Clients;
using ImageStreams.Serialization;
using ImageStreams.Storage;

namespace ImageStreams.Kubernetes;

/// <summary>Deletes one object, and watches it from before to after that: the watch tells how it was, who was faster, and the version
/// of its removal.</summary>
/// <remarks>These are two requests; a change of another writer in between adds one.</remarks>
internal sealed class ObservedDeletion<T, TList>(StoreReader<T, TList> reader, ObjectKey key, DeletePreconditions? preconditions)
    : IAsyncDisposable
    where T : ApiObject, IWireObject<T>
    where TList : ApiList<T>, IWireObject<TList>
{
    private const int MaxAttempts = 100;

    private static readonly TimeSpan NoticeTime = TimeSpan.FromSeconds(30);

    private readonly ObservedObject<T, TList> _observed = new(reader.Resource, reader.GetNamespace(key), reader.Form.EncodeName(key.Name));

    private ApiResource<T, TList> Resource => reader.Resource;

    /// <summary>Deletes the object.</summary>
    /// <returns>The object as it was, and the version of its removal.</returns>
    /// <exception cref="StoreException">There is no object, or it does not meet the preconditions.</exception>
    /// <exception cref="ApiException">The cluster refuses it, or does not answer.</exception>
    public async Task<(T Value, long Version)> RunAsync(CancellationToken cancellationToken)
    {
        var found = await _observed.BeginAsync(cancellationToken).ConfigureAwait(false) ?? throw NotFound();
        for (var attempt = 1; ; attempt++)
        {
            var value = reader.Form.Decode(found);
            DeletionChecks.Require(reader.Form.KindName, key, value, preconditions);
            try
            {
                return await DeleteAsync(found, value, cancellationToken).ConfigureAwait(false);
            }
            catch (ApiException e) when (e.Reason == ApiFailure.Conflict && attempt < MaxAttempts)
            {
                // The watch tells what the other writer has written.
            }

            found = await NextAsync(found, cancellationToken).ConfigureAwait(false);
        }
    }

    public ValueTask DisposeAsync() => _observed.DisposeAsync();

    private async Task<(T Value, long Version)> DeleteAsync(T found, T value, CancellationToken cancellationToken)
    {
        var ns = reader.GetNamespace(key);
        var current = reader.Form.Free(found);
        if (!ReferenceEquals(current, found))
        {
            current = await Resource.UpdateAsync(ns, current, null, cancellationToken).ConfigureAwait(false);
        }

        var options = new DeleteOptions { ResourceVersion = current.Metadata.ResourceVersion };
        var result = await Resource.DeleteAsync(ns, found.Name, options, cancellationToken).ConfigureAwait(false);
        return result is DeleteResult<T>.Finalizing { Object: var going }
            ? (reader.Form.Decode(going), StoredVersions.Read(going.Metadata.ResourceVersion))
            : (value, await WaitAsync(cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Waits for the object as another writer has written it.</summary>
    private async Task<T> NextAsync(T last, CancellationToken cancellationToken)
    {
        while (true)
        {
            switch (await _observed.NextAsync(cancellationToken).ConfigureAwait(false))
            {
                case WatchEvent<T>.Added added:
                    return added.Object;
                case WatchEvent<T>.Modified modified when modified.Object.Metadata.ResourceVersion != last.Metadata.ResourceVersion:
                    return modified.Object;
                case WatchEvent<T>.Deleted:
                    throw NotFound();
            }
        }
    }

    private async Task<long> WaitAsync(CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(NoticeTime, Resource.Sender.TimeProvider);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            WatchEvent<T> change;
            do
            {
                change = await _observed.NextAsync(end.Token).ConfigureAwait(false);
            }
            while (change is not WatchEvent<T>.Deleted);

            return StoredVersions.Read(change.ResourceVersion);
        }
        catch (Exception e) when (e is ApiException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // The cluster says no more than that it is gone; its version now is later than that of the deletion.
            return await reader.GetVersionAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private StoreException NotFound() => StoreFailures.NotFound(reader.Form.KindName, key);
}
