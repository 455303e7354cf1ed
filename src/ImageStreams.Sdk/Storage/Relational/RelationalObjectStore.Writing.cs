namespace ImageStreams.Storage;

internal sealed partial class RelationalObjectStore<T>
{
    /// <inheritdoc/>
    public ValueTask<T> CreateAsync(T value, CancellationToken cancellationToken = default) => WriteAsync(
        value, (current, version) => ObjectChanges.Create(current, value, version), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<T> UpdateAsync(T value, CancellationToken cancellationToken = default) => WriteAsync(
        value, (current, version) => ObjectChanges.Update(current, value, version), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<T> DeleteAsync(
        ObjectKey key, DeletePreconditions? preconditions = null, CancellationToken cancellationToken = default)
    {
        Require(key);
        cancellationToken.ThrowIfCancellationRequested();
        if (!StoredText.IsStorable(key))
        {
            throw StoreErrors.NotFound<T>(key);
        }

        return await WriteAsync(
            key, null, (current, version) => ObjectChanges.Delete(key, current, preconditions, version), cancellationToken)
            .ConfigureAwait(false);
    }

    private async ValueTask<T> WriteAsync(
        T value, Func<T?, string, WatchEvent<T>?> decide, CancellationToken cancellationToken)
    {
        var key = ObjectKey.FromObject(value);
        cancellationToken.ThrowIfCancellationRequested();
        StoredText.Require(key.Namespace, nameof(value));
        StoredText.Require(key.Name, nameof(value));
        return await WriteAsync(key, objects.Encode(value), decide, cancellationToken).ConfigureAwait(false);
    }

    private Task<T> WriteAsync(
        ObjectKey key, byte[]? body, Func<T?, string, WatchEvent<T>?> decide, CancellationToken cancellationToken)
    {
        var work = new ObjectWork<T>(objects, key, body, decide, timeProvider, cancellationToken);
        queue.Add(work);
        return work.Answer.WaitAsync(cancellationToken);
    }
}
