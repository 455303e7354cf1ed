using ImageStreams.Storage;

namespace ImageStreams.Clients;

/// <summary>A store that reports before an object is looked up, and after an object was written.</summary>
internal sealed class NotifyingStore<T>(IObjectStore<T> store) : IObjectStore<T>
    where T : ApiObject
{
    /// <summary>Called before an object is looked up.</summary>
    public Action<ObjectKey> Finding { get; init; } = static _ => { };

    /// <summary>Called after a write, which it does not change: it neither fails nor is canceled with the write.</summary>
    public Func<ValueTask> Written { get; init; } = static () => ValueTask.CompletedTask;

    public ValueTask<T?> FindAsync(ObjectKey key, CancellationToken cancellationToken = default)
    {
        Finding(key);
        return store.FindAsync(key, cancellationToken);
    }

    public ValueTask<StorePage<T>> ListAsync(ListQuery query, CancellationToken cancellationToken = default) =>
        store.ListAsync(query, cancellationToken);

    public ValueTask<T> CreateAsync(T value, CancellationToken cancellationToken = default) =>
        ReportAsync(store.CreateAsync(value, cancellationToken));

    public ValueTask<T> UpdateAsync(T value, CancellationToken cancellationToken = default) =>
        ReportAsync(store.UpdateAsync(value, cancellationToken));

    public ValueTask<T> DeleteAsync(
        ObjectKey key, DeletePreconditions? preconditions = null, CancellationToken cancellationToken = default) =>
        ReportAsync(store.DeleteAsync(key, preconditions, cancellationToken));

    public IAsyncEnumerable<WatchEvent<T>> WatchAsync(WatchQuery query, CancellationToken cancellationToken = default) =>
        store.WatchAsync(query, cancellationToken);

    private async ValueTask<T> ReportAsync(ValueTask<T> write)
    {
        var written = await write.ConfigureAwait(false);
        await Written().ConfigureAwait(false);
        return written;
    }
}
