using ImageStreams.Storage;

namespace ImageStreams.Tests.Contracts;

/// <summary>Several stores over the same data as one: each call goes to the one that is named for it then.</summary>
/// <param name="writer">Names the store that writes.</param>
/// <param name="reader">Names the store that reads, lists and watches.</param>
internal sealed class RoutedStore(Func<IImageStreamStore> writer, Func<IImageStreamStore> reader)
    : IImageStreamStore, IClusterObjectStore
{
    public IObjectStore<ImageStream> Streams { get; } = new Objects<ImageStream>(() => writer().Streams, () => reader().Streams);

    public IObjectStore<Image> Images { get; } = new Objects<Image>(() => writer().Images, () => reader().Images);

    public IObjectStore<ClusterObject> GetObjects(string resource) => new Objects<ClusterObject>(
        () => ((IClusterObjectStore)writer()).GetObjects(resource), () => ((IClusterObjectStore)reader()).GetObjects(resource));

    /// <summary>Writes through one store, and reads and watches through another one.</summary>
    public static RoutedStore Split(IImageStreamStore writer, IImageStreamStore reader) => new(() => writer, () => reader);

    /// <summary>Takes the other one of two stores with each call.</summary>
    public static RoutedStore Alternate(IImageStreamStore first, IImageStreamStore second)
    {
        var calls = 0;
        return new RoutedStore(Next, Next);

        IImageStreamStore Next() => Interlocked.Increment(ref calls) % 2 == 0 ? first : second;
    }

    private sealed class Objects<T>(Func<IObjectStore<T>> writer, Func<IObjectStore<T>> reader) : IObjectStore<T>
        where T : ApiObject
    {
        public ValueTask<T?> FindAsync(ObjectKey key, CancellationToken cancellationToken = default) =>
            reader().FindAsync(key, cancellationToken);

        public ValueTask<StorePage<T>> ListAsync(ListQuery query, CancellationToken cancellationToken = default) =>
            reader().ListAsync(query, cancellationToken);

        public ValueTask<T> CreateAsync(T value, CancellationToken cancellationToken = default) =>
            writer().CreateAsync(value, cancellationToken);

        public ValueTask<T> UpdateAsync(T value, CancellationToken cancellationToken = default) =>
            writer().UpdateAsync(value, cancellationToken);

        public ValueTask<T> DeleteAsync(
            ObjectKey key, DeletePreconditions? preconditions = null, CancellationToken cancellationToken = default) =>
            writer().DeleteAsync(key, preconditions, cancellationToken);

        public IAsyncEnumerable<WatchEvent<T>> WatchAsync(WatchQuery query, CancellationToken cancellationToken = default) =>
            reader().WatchAsync(query, cancellationToken);
    }
}
