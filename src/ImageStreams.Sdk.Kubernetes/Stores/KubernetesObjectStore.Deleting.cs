using ImageStreams.Clients;
using ImageStreams.Storage;

namespace ImageStreams.Kubernetes;

/// <content>Deletions, whose version a server says only to watchers.</content>
internal sealed partial class KubernetesObjectStore<T, TList>
{
    public async ValueTask<T> DeleteAsync(
        ObjectKey key, DeletePreconditions? preconditions = null, CancellationToken cancellationToken = default)
    {
        Require(key);
        cancellationToken.ThrowIfCancellationRequested();
        if (!_reader.CanExist(key.Namespace))
        {
            throw StoreFailures.NotFound(KindName, key);
        }

        try
        {
            var deletion = new ObservedDeletion<T, TList>(_reader, key, preconditions);
            await using (deletion.ConfigureAwait(false))
            {
                var (value, version) = await deletion.RunAsync(cancellationToken).ConfigureAwait(false);
                _mirror.NoteWritten(version);
                return WithVersion(value, StoredVersions.Format(version));
            }
        }
        catch (ApiException e) when (e.Reason == ApiFailure.NotFound)
        {
            throw StoreFailures.NotFound(KindName, key);
        }
        catch (ApiException e) when (StoreFailures.IsPassing(e))
        {
            throw StoreFailures.Unavailable(e);
        }
    }
}
