namespace ImageStreams.Storage;

internal sealed partial class RelationalObjectStore<T>
{
    /// <inheritdoc/>
    public ValueTask<T> CreateAsync(T value, CancellationToken cancellationToken = default) =>
        WriteAsync(value, ObjectChanges.Create, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<T> UpdateAsync(T value, CancellationToken cancellationToken = default) =>
        WriteAsync(value, ObjectChanges.Update, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<T> DeleteAsync(
        ObjectKey key, DeletePreconditions? preconditions = null, CancellationToken cancellationToken = default)
    {
        StoreArguments.Require(key);
        cancellationToken.ThrowIfCancellationRequested();
        if (!StoredText.IsStorable(key))
        {
            throw StoreErrors.NotFound<T>(key);
        }

        return await WriteAsync(
            key, null, (current, version) => ObjectChanges.Delete(key, current, preconditions, version), cancellationToken)
            .ConfigureAwait(false);
    }

    // What is kept in memory is what others read, not what the caller has.
    private async ValueTask<T> WriteAsync(
        T value, Func<T?, T, string, WatchEvent<T>?> decide, CancellationToken cancellationToken)
    {
        var key = ObjectKey.FromObject(value);
        cancellationToken.ThrowIfCancellationRequested();
        StoredText.Require(key.Namespace, nameof(value));
        StoredText.Require(key.Name, nameof(value));
        var (body, stored) = objects.Encode(value);
        return await WriteAsync(key, body, (current, version) => decide(current, stored, version), cancellationToken)
            .ConfigureAwait(false);
    }

    private Task<T> WriteAsync(
        ObjectKey key, byte[]? body, Func<T?, string, WatchEvent<T>?> decide, CancellationToken cancellationToken)
    {
        var work = new ObjectWork<T>(objects, key, body, decide, timeProvider, cancellationToken);
        queue.Add(work);
        return work.Answer.WaitAsync(cancellationToken);
    }
}
