using ImageStreams.Clients;
using ImageStreams.Serialization;
using ImageStreams.Storage;

namespace ImageStreams.Kubernetes;

/// <content>Writes: the cluster decides between writers, by the version.</content>
internal sealed partial class KubernetesObjectStore<T, TList>
{
    public async ValueTask<T> CreateAsync(T value, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(value);
        var key = ObjectKey.FromObject(value);
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            var resource = Encode(WithVersion(value, null), key);
            return Written(resource, await Resource.CreateAsync(_reader.GetNamespace(key), resource, null, cancellationToken).ConfigureAwait(false));
        }
        catch (ApiException e) when (e.Reason is ApiFailure.AlreadyExists or ApiFailure.Conflict)
        {
            throw StoreFailures.AlreadyExists(KindName, key, e);
        }
        catch (ApiException e) when (StoreFailures.IsPassing(e))
        {
            throw StoreFailures.Unavailable(e);
        }
    }

    public async ValueTask<T> UpdateAsync(T value, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(value);
        var key = ObjectKey.FromObject(value);
        cancellationToken.ThrowIfCancellationRequested();
        if (!_reader.CanExist(key.Namespace) || !StoredVersions.TryParse(value.Metadata.ResourceVersion, out _))
        {
            throw await RefuseAsync(key, value.Metadata.ResourceVersion, cancellationToken).ConfigureAwait(false);
        }

        var resource = Encode(value, key);
        return Written(resource, await ReplaceAsync(resource, key, cancellationToken).ConfigureAwait(false));
    }

    private async Task<T> ReplaceAsync(T resource, ObjectKey key, CancellationToken cancellationToken)
    {
        try
        {
            return await Resource.UpdateAsync(_reader.GetNamespace(key), resource, null, cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException e) when (e.Reason == ApiFailure.NotFound)
        {
            throw StoreFailures.NotFound(KindName, key);
        }
        catch (ApiException e) when (e.Reason == ApiFailure.Conflict)
        {
            // One that was deleted meanwhile is a conflict to some servers.
            throw await FindConflictAsync(key, resource.Metadata.ResourceVersion, e, cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException e) when (StoreFailures.IsPassing(e))
        {
            throw StoreFailures.Unavailable(e);
        }
    }

    private Task<StoreException> RefuseAsync(ObjectKey key, string? version, CancellationToken cancellationToken) =>
        FindConflictAsync(key, version, null, cancellationToken);

    private async Task<StoreException> FindConflictAsync(
        ObjectKey key, string? version, ApiException? inner, CancellationToken cancellationToken) =>
        await _reader.FindResourceAsync(key, cancellationToken).ConfigureAwait(false) is { } found
            ? StoreFailures.Conflict(KindName, key, version, found.Metadata.ResourceVersion, inner)
            : StoreFailures.NotFound(KindName, key);

    private T Encode(T value, ObjectKey key)
    {
        var resource = _form.Encode(value);
        var bytes = ImageStreamJson.SerializeToUtf8Bytes(resource).Length;
        return bytes > _options.MaxObjectBytes
            ? throw StoreFailures.TooLarge(KindName, key, bytes, _options.MaxObjectBytes)
            : resource;
    }

    // As every reader will see it.
    private T Written(T sent, T received)
    {
        _mirror.NoteWritten(StoredVersions.Read(received.Metadata.ResourceVersion));
        return _form.Written(sent, received);
    }

    private static T WithVersion(T value, string? version) =>
        value with { Metadata = value.Metadata with { ResourceVersion = version } };
}
