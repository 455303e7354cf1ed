using ImageStreams.Clients;
using ImageStreams.Storage;

namespace ImageStreams.Kubernetes;

/// <content>Deletions, whose version a server says only to watchers.</content>
internal sealed partial class KubernetesObjectStore<T, TList>
{
    private const int MaxAttempts = 100;

    private static readonly TimeSpan NoticeTime = TimeSpan.FromSeconds(30);

    public async ValueTask<T> DeleteAsync(
        ObjectKey key, DeletePreconditions? preconditions = null, CancellationToken cancellationToken = default)
    {
        Require(key);
        for (var attempt = 1; ; attempt++)
        {
            var found = await _reader.FindResourceAsync(key, cancellationToken).ConfigureAwait(false)
                ?? throw StoreFailures.NotFound(KindName, key);
            var value = _codec.Decode(found);
            CheckPreconditions(key, value, preconditions);
            if (await TryDeleteAsync(key, found, attempt < MaxAttempts, cancellationToken).ConfigureAwait(false) is { } version)
            {
                _mirror.NoteWritten(version);
                return WithVersion(value, StoredVersions.Format(version));
            }
        }
    }

    private void CheckPreconditions(ObjectKey key, T value, DeletePreconditions? preconditions)
    {
        if (preconditions?.Uid is { } uid && uid != (value.Metadata.Uid ?? ""))
        {
            throw StoreFailures.OtherUid(KindName, key, uid, value.Metadata.Uid);
        }

        if (preconditions?.ResourceVersion is { } version && version != value.Metadata.ResourceVersion)
        {
            throw StoreFailures.Conflict(KindName, key, version, value.Metadata.ResourceVersion);
        }
    }

    /// <summary>Deletes an object as it was found; null when it was written in between.</summary>
    private async Task<long?> TryDeleteAsync(ObjectKey key, T found, bool mayRetry, CancellationToken cancellationToken)
    {
        try
        {
            var current = await FreeAsync(key, found, cancellationToken).ConfigureAwait(false);
            var options = new DeleteOptions { ResourceVersion = current.Metadata.ResourceVersion };
            await Resource.DeleteAsync(_reader.GetNamespace(key), found.Name, options, cancellationToken).ConfigureAwait(false);
            return await GetDeletedVersionAsync(key, current, cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException e) when (e.Reason == ApiFailure.NotFound)
        {
            throw StoreFailures.NotFound(KindName, key);
        }
        catch (ApiException e) when (e.Reason == ApiFailure.Conflict)
        {
            return mayRetry ? null : throw StoreFailures.Conflict(KindName, key, found.Metadata.ResourceVersion, null, e);
        }
        catch (ApiException e) when (StoreFailures.IsPassing(e))
        {
            throw StoreFailures.Unavailable(e);
        }
    }

    /// <summary>Removes the finalizers, with which the cluster would keep the object.</summary>
    private async Task<T> FreeAsync(ObjectKey key, T found, CancellationToken cancellationToken) => found.Metadata.Finalizers.Count == 0
        ? found
        : await Resource.UpdateAsync(
            _reader.GetNamespace(key),
            found with { Metadata = found.Metadata with { Finalizers = default } },
            null,
            cancellationToken).ConfigureAwait(false);

    private async Task<long> GetDeletedVersionAsync(ObjectKey key, T last, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(NoticeTime, Resource.Sender.TimeProvider);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        var options = new WatchOptions
        {
            FieldSelector = $"metadata.name={last.Name}",
            ResourceVersion = last.Metadata.ResourceVersion,
        };
        try
        {
            await foreach (var change in Resource.WatchAsync(_reader.GetNamespace(key), options, end.Token).ConfigureAwait(false))
            {
                if (change is WatchEvent<T>.Deleted)
                {
                    return StoredVersions.Read(change.ResourceVersion);
                }
            }
        }
        catch (Exception e) when (e is ApiException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // The cluster says no more than that it is gone; its version now is later than that of the deletion.
        }

        return await _reader.GetVersionAsync(cancellationToken).ConfigureAwait(false);
    }
}
