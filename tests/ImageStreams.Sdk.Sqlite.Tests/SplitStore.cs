using ImageStreams.Storage;

namespace ImageStreams.Tests.Sqlite;

/// <summary>Writes through one store, and reads and watches through another one.</summary>
internal sealed class SplitStore(IImageStreamStore writer, IImageStreamStore reader) : IImageStreamStore
{
    public IObjectStore<ImageStream> Streams { get; } = new Objects<ImageStream>(writer.Streams, reader.Streams);

    public IObjectStore<Image> Images { get; } = new Objects<Image>(writer.Images, reader.Images);

    private sealed class Objects<T>(IObjectStore<T> writer, IObjectStore<T> reader) : IObjectStore<T>
        where T : ApiObject
    {
        public ValueTask<T?> FindAsync(ObjectKey key, CancellationToken cancellationToken = default) =>
            reader.FindAsync(key, cancellationToken);

        public ValueTask<StorePage<T>> ListAsync(ListQuery query, CancellationToken cancellationToken = default) =>
            reader.ListAsync(query, cancellationToken);

        public ValueTask<T> CreateAsync(T value, CancellationToken cancellationToken = default) =>
            writer.CreateAsync(value, cancellationToken);

        public ValueTask<T> UpdateAsync(T value, CancellationToken cancellationToken = default) =>
            writer.UpdateAsync(value, cancellationToken);

        public ValueTask<T> DeleteAsync(
            ObjectKey key, DeletePreconditions? preconditions = null, CancellationToken cancellationToken = default) =>
            writer.DeleteAsync(key, preconditions, cancellationToken);

        public IAsyncEnumerable<WatchEvent<T>> WatchAsync(WatchQuery query, CancellationToken cancellationToken = default) =>
            reader.WatchAsync(query, cancellationToken);
    }
}
