using ImageStreams.Storage;

namespace ImageStreams.Tests.PostgreSql;

/// <summary>Two store objects over the same tables, of which each call takes the other one.</summary>
internal sealed class AlternatingStore(IImageStreamStore first, IImageStreamStore second) : IImageStreamStore
{
    private int _calls;

    public IObjectStore<ImageStream> Streams => new Alternating<ImageStream>(Next, static store => store.Streams);

    public IObjectStore<Image> Images => new Alternating<Image>(Next, static store => store.Images);

    private IImageStreamStore Next() => Interlocked.Increment(ref _calls) % 2 == 0 ? first : second;

    private sealed class Alternating<T>(Func<IImageStreamStore> next, Func<IImageStreamStore, IObjectStore<T>> get) : IObjectStore<T>
        where T : ApiObject
    {
        private IObjectStore<T> Next => get(next());

        public ValueTask<T?> FindAsync(ObjectKey key, CancellationToken cancellationToken = default) =>
            Next.FindAsync(key, cancellationToken);

        public ValueTask<StorePage<T>> ListAsync(ListQuery query, CancellationToken cancellationToken = default) =>
            Next.ListAsync(query, cancellationToken);

        public ValueTask<T> CreateAsync(T value, CancellationToken cancellationToken = default) =>
            Next.CreateAsync(value, cancellationToken);

        public ValueTask<T> UpdateAsync(T value, CancellationToken cancellationToken = default) =>
            Next.UpdateAsync(value, cancellationToken);

        public ValueTask<T> DeleteAsync(
            ObjectKey key, DeletePreconditions? preconditions = null, CancellationToken cancellationToken = default) =>
            Next.DeleteAsync(key, preconditions, cancellationToken);

        public IAsyncEnumerable<WatchEvent<T>> WatchAsync(WatchQuery query, CancellationToken cancellationToken = default) =>
            Next.WatchAsync(query, cancellationToken);
    }
}
