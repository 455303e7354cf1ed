using ImageStreams.Storage;

namespace ImageStreams.Tests.Clients;

/// <summary>A store that calls a function before it lists streams, and after it has listed them.</summary>
internal sealed class HookedStore(InMemoryImageStreamStore store) : IImageStreamStore
{
    public Func<CancellationToken, Task> Listing { get; set; } = static _ => Task.CompletedTask;

    public Func<Task> Listed { get; set; } = static () => Task.CompletedTask;

    public IObjectStore<ImageStream> Streams => new HookedStreams(this, store.Streams);

    public IObjectStore<Image> Images => store.Images;

    private sealed class HookedStreams(HookedStore hooks, IObjectStore<ImageStream> streams) : IObjectStore<ImageStream>
    {
        public ValueTask<ImageStream?> FindAsync(ObjectKey key, CancellationToken cancellationToken = default) =>
            streams.FindAsync(key, cancellationToken);

        public async ValueTask<StorePage<ImageStream>> ListAsync(ListQuery query, CancellationToken cancellationToken = default)
        {
            await hooks.Listing(cancellationToken);
            var page = await streams.ListAsync(query, cancellationToken);
            await hooks.Listed();
            return page;
        }

        public ValueTask<ImageStream> CreateAsync(ImageStream value, CancellationToken cancellationToken = default) =>
            streams.CreateAsync(value, cancellationToken);

        public ValueTask<ImageStream> UpdateAsync(ImageStream value, CancellationToken cancellationToken = default) =>
            streams.UpdateAsync(value, cancellationToken);

        public ValueTask<ImageStream> DeleteAsync(
            ObjectKey key, DeletePreconditions? preconditions = null, CancellationToken cancellationToken = default) =>
            streams.DeleteAsync(key, preconditions, cancellationToken);

        public IAsyncEnumerable<WatchEvent<ImageStream>> WatchAsync(
            WatchQuery query, CancellationToken cancellationToken = default) => streams.WatchAsync(query, cancellationToken);
    }
}
