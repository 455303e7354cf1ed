using ImageStreams.Storage;

namespace ImageStreams.AspNetCore;

/// <summary>The objects of a resource in memory, by namespace, as the store has them.</summary>
/// <remarks>What is written through this store is in memory before the write returns; what another process writes, as soon as the store
/// reports it. Thread-safe.</remarks>
internal sealed class FollowedObjects(IObjectStore<ClusterObject> objects, TimeProvider timeProvider, CancellationToken stopping)
    : IObjectStore<ClusterObject>
{
    private readonly StoreTurn _turn = new();
    private volatile NamespacedObjects? _known;
    private bool _isFollowed;

    /// <summary>Gets the objects of a namespace, by their names.</summary>
    public async ValueTask<IEnumerable<ClusterObject>> GetAsync(string ns, CancellationToken cancellationToken)
    {
        var known = _known ?? await BeginAsync(cancellationToken).ConfigureAwait(false);
        return known.Get(ns);
    }

    /// <summary>Gets the namespaces that have some.</summary>
    public async ValueTask<IEnumerable<string>> GetNamespacesAsync(CancellationToken cancellationToken)
    {
        var known = _known ?? await BeginAsync(cancellationToken).ConfigureAwait(false);
        return known.Namespaces;
    }

    public ValueTask<ClusterObject?> FindAsync(ObjectKey key, CancellationToken cancellationToken = default) =>
        objects.FindAsync(key, cancellationToken);

    public ValueTask<StorePage<ClusterObject>> ListAsync(ListQuery query, CancellationToken cancellationToken = default) =>
        objects.ListAsync(query, cancellationToken);

    public IAsyncEnumerable<WatchEvent<ClusterObject>> WatchAsync(WatchQuery query, CancellationToken cancellationToken = default) =>
        objects.WatchAsync(query, cancellationToken);

    public ValueTask<ClusterObject> CreateAsync(ClusterObject value, CancellationToken cancellationToken = default) =>
        WriteAsync(ObjectKey.FromObject(value), objects.CreateAsync(value, cancellationToken));

    public ValueTask<ClusterObject> UpdateAsync(ClusterObject value, CancellationToken cancellationToken = default) =>
        WriteAsync(ObjectKey.FromObject(value), objects.UpdateAsync(value, cancellationToken));

    public ValueTask<ClusterObject> DeleteAsync(
        ObjectKey key, DeletePreconditions? preconditions = null, CancellationToken cancellationToken = default) =>
        WriteAsync(key, objects.DeleteAsync(key, preconditions, cancellationToken));

    private async ValueTask<ClusterObject> WriteAsync(ObjectKey key, ValueTask<ClusterObject> write)
    {
        var written = await write.ConfigureAwait(false);
        try
        {
            await ReadAsync(key, CancellationToken.None).ConfigureAwait(false);
        }
        catch (StoreException)
        {
            // It is written, whether it can be read now or not; the next who asks reads all.
            _known = null;
        }

        return written;
    }

    private async Task<NamespacedObjects> BeginAsync(CancellationToken cancellationToken)
    {
        var known = _known;
        await _turn.RunAsync(ReadUnlessKnownAsync, cancellationToken).ConfigureAwait(false);
        return known!;

        async Task ReadUnlessKnownAsync()
        {
            if (_known is null)
            {
                Follow(await ReadAllAsync(cancellationToken).ConfigureAwait(false));
            }

            known = _known;
        }
    }

    private void Follow(string version)
    {
        if (_isFollowed)
        {
            return;
        }

        _isFollowed = true;
        var follower = new StoreFollower(
            objects, value => ReadAsync(ObjectKey.FromObject(value), stopping), ReadAgainAsync, timeProvider, stopping);
        _ = Task.Run(() => follower.RunAsync(version), CancellationToken.None);
    }

    private async Task<string> ReadAgainAsync()
    {
        var version = "";
        await _turn.RunAsync(async () => version = await ReadAllAsync(stopping).ConfigureAwait(false), stopping).ConfigureAwait(false);
        return version;
    }

    private async Task<string> ReadAllAsync(CancellationToken cancellationToken)
    {
        var page = await objects.ListAsync(ListQuery.All, cancellationToken).ConfigureAwait(false);
        _known = NamespacedObjects.Create(page.Items);
        return page.ResourceVersion;
    }

    // As it is now: what the store reports may be older than what was written through this one.
    private Task ReadAsync(ObjectKey key, CancellationToken cancellationToken) => _turn.RunAsync(
        async () =>
        {
            if (_known is { } known)
            {
                _known = known.Set(key, await objects.FindAsync(key, cancellationToken).ConfigureAwait(false));
            }
        },
        cancellationToken);
}
