using ImageStreams.Storage;

namespace ImageStreams.Tests.TestingServer;

/// <summary>A store in memory, where the first writes of one resource fail.</summary>
internal sealed class FailingStore(string resource) : IImageStreamStore, IClusterObjectStore
{
    private readonly InMemoryImageStreamStore _store = new();
    private FailingObjects? _objects;

    public IObjectStore<ImageStream> Streams => _store.Streams;

    public IObjectStore<Image> Images => _store.Images;

    /// <summary>The failure.</summary>
    public StoreFailure Failure { get; init; } = StoreFailure.Unavailable;

    /// <summary>The number of creations that fail.</summary>
    public int Creations { get; init; }

    /// <summary>The number of updates that fail.</summary>
    public int Updates { get; init; }

    public IObjectStore<ClusterObject> GetObjects(string name) => name == resource
        ? _objects ??= new FailingObjects(_store.GetObjects(name), Failure, Creations, Updates)
        : _store.GetObjects(name);

    private sealed class FailingObjects(IObjectStore<ClusterObject> objects, StoreFailure failure, int creations, int updates)
        : IObjectStore<ClusterObject>
    {
        private int _creations = creations;
        private int _updates = updates;

        public ValueTask<ClusterObject?> FindAsync(ObjectKey key, CancellationToken cancellationToken) =>
            objects.FindAsync(key, cancellationToken);

        public ValueTask<StorePage<ClusterObject>> ListAsync(ListQuery query, CancellationToken cancellationToken) =>
            objects.ListAsync(query, cancellationToken);

        public ValueTask<ClusterObject> CreateAsync(ClusterObject value, CancellationToken cancellationToken) =>
            Interlocked.Decrement(ref _creations) >= 0 ? Fail() : objects.CreateAsync(value, cancellationToken);

        public ValueTask<ClusterObject> UpdateAsync(ClusterObject value, CancellationToken cancellationToken) =>
            Interlocked.Decrement(ref _updates) >= 0 ? Fail() : objects.UpdateAsync(value, cancellationToken);

        public ValueTask<ClusterObject> DeleteAsync(ObjectKey key, DeletePreconditions? preconditions, CancellationToken cancellationToken) =>
            objects.DeleteAsync(key, preconditions, cancellationToken);

        public IAsyncEnumerable<WatchEvent<ClusterObject>> WatchAsync(WatchQuery query, CancellationToken cancellationToken) =>
            objects.WatchAsync(query, cancellationToken);

        private ValueTask<ClusterObject> Fail() =>
            ValueTask.FromException<ClusterObject>(new StoreException(failure, "The store fails as it was told to."));
    }
}
