using ImageStreams.Storage;

namespace ImageStreams.Testing.Simulation;

/// <summary>A store that records the writes to its streams, in order, until they are taken.</summary>
/// <remarks>A watch would report the same changes, but on other threads.</remarks>
internal sealed class ObservedStore(IImageStreamStore store) : IImageStreamStore, IObjectStore<ImageStream>
{
    private readonly Queue<ObservedChange> _changes = [];

    public IObjectStore<ImageStream> Streams => this;

    public IObjectStore<Image> Images => store.Images;

    /// <summary>Gets or sets a value indicating whether a push is writing.</summary>
    public bool IsPushing { get; set; }

    /// <summary>Takes the oldest change; null when there is none.</summary>
    public ObservedChange? TakeChange() => _changes.TryDequeue(out var change) ? change : null;

    public ValueTask<ImageStream?> FindAsync(ObjectKey key, CancellationToken cancellationToken = default) =>
        store.Streams.FindAsync(key, cancellationToken);

    public ValueTask<StorePage<ImageStream>> ListAsync(ListQuery query, CancellationToken cancellationToken = default) =>
        store.Streams.ListAsync(query, cancellationToken);

    public async ValueTask<ImageStream> CreateAsync(ImageStream value, CancellationToken cancellationToken = default)
    {
        var created = await store.Streams.CreateAsync(value, cancellationToken).ConfigureAwait(false);
        Record(new WatchEvent<ImageStream>.Added { Object = created, ResourceVersion = GetVersion(created) });
        return created;
    }

    public async ValueTask<ImageStream> UpdateAsync(ImageStream value, CancellationToken cancellationToken = default)
    {
        var updated = await store.Streams.UpdateAsync(value, cancellationToken).ConfigureAwait(false);
        Record(new WatchEvent<ImageStream>.Modified
        {
            Object = updated,
            Previous = value,
            ResourceVersion = GetVersion(updated),
        });
        return updated;
    }

    public async ValueTask<ImageStream> DeleteAsync(
        ObjectKey key, DeletePreconditions? preconditions = null, CancellationToken cancellationToken = default)
    {
        var deleted = await store.Streams.DeleteAsync(key, preconditions, cancellationToken).ConfigureAwait(false);
        Record(new WatchEvent<ImageStream>.Deleted { Object = deleted, ResourceVersion = GetVersion(deleted) });
        return deleted;
    }

    public IAsyncEnumerable<WatchEvent<ImageStream>> WatchAsync(
        WatchQuery query, CancellationToken cancellationToken = default) =>
        store.Streams.WatchAsync(query, cancellationToken);

    private static string GetVersion(ImageStream stream) => stream.Metadata.ResourceVersion ?? "";

    private void Record(WatchEvent<ImageStream> change) => _changes.Enqueue(new ObservedChange(change, IsPushing));
}
