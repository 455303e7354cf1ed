namespace ImageStreams.Storage;

/// <summary>One watcher, and its position in the shared history.</summary>
/// <remarks>It keeps no revision between two steps, so a slow watcher costs the store nothing.</remarks>
internal sealed class Watcher<T>(WriterGate gate, ChangeHistory<T> history, WatchQuery query, TimeProvider timeProvider)
    where T : ApiObject
{
    private readonly BookmarkTimer _bookmarks = new(query.BookmarkInterval, timeProvider);
    private long _index;
    private long _version;

    /// <summary>Sets the position in the history.</summary>
    /// <returns>The objects that exist, unless the query names the version to continue from.</returns>
    /// <exception cref="StoreException">
    /// <see cref="StoreFailure.Expired"/> or <see cref="StoreFailure.InvalidResourceVersion"/>.
    /// </exception>
    public IEnumerable<WatchEvent<T>> Begin()
    {
        _bookmarks.Restart();
        if (query.ResourceVersion is null)
        {
            return BeginWithObjects();
        }

        _version = ResourceVersions.Parse(query.ResourceVersion);
        _index = (history.FindAtVersion(_version) ?? throw StoreErrors.ExpiredWatch(_version)).Index;
        return [];
    }

    /// <summary>Waits for the next event.</summary>
    /// <exception cref="StoreException"><see cref="StoreFailure.FellBehind"/>.</exception>
    public async ValueTask<WatchEvent<T>> NextAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var published = gate.Version;
            var latest = history.Latest;
            var hasAll = _index >= latest.Index;
            var change = hasAll ? AdvanceTo(published) : Change();
            if ((change ?? DueBookmark(Math.Max(published, latest.Version))) is { } reported)
            {
                _bookmarks.Restart();
                return reported;
            }

            if (hasAll)
            {
                await WaitAsync(latest.WhenSuperseded(), cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private WatchEvent<T>? AdvanceTo(long published)
    {
        _version = Math.Max(_version, published);
        return null;
    }

    // The next change; null when it is not for this watcher.
    private WatchEvent<T>? Change()
    {
        var next = history.Find(_index + 1) ?? throw StoreErrors.FellBehind(_version);
        var isReported = next.Version > _version && IsSelected(ObjectChanges.Subject(next.Change!));
        _index = next.Index;
        _version = Math.Max(_version, next.Version);
        return isReported ? next.Change : null;
    }

    // A bookmark, when one is due; null before the store has reached the version that the watch begins after.
    private WatchEvent<T>.Bookmark? DueBookmark(long reached) =>
        _bookmarks.TakeDue() && _version <= reached ? Bookmark() : null;

    private WatchEvent<T>.Bookmark Bookmark() => new() { ResourceVersion = ResourceVersions.Format(_version) };

    // Ends at the next change, when the next bookmark is due, and when the watch is canceled; the caller determines which.
    private ValueTask WaitAsync(Task superseded, CancellationToken cancellationToken)
    {
        StoreSteps.Waiting(superseded);
        return _bookmarks.WaitAsync(superseded, cancellationToken);
    }

    private IEnumerable<WatchEvent<T>> BeginWithObjects()
    {
        var published = gate.Version;
        var latest = history.Latest;
        _index = latest.Index;
        _version = Math.Max(published, latest.Version);
        var version = ResourceVersions.Format(_version);
        var present = Present(latest.Objects).Select(WatchEvent<T> (value) => new WatchEvent<T>.Added
        {
            Object = value,
            ResourceVersion = version,
        });
        return query.BookmarkInterval is null ? present : present.Append(Bookmark() with { EndsInitialEvents = true });
    }

    private IEnumerable<T> Present(ObjectTree<T> objects)
    {
        if (query is { Namespace: { } ns, Name: { } name })
        {
            return objects.Find(new ObjectKey(ns, name)) is { } found ? [found] : [];
        }

        var (start, count) = objects.Range(query.Namespace);
        return objects.Slice(start, count).Where(IsSelected);
    }

    private bool IsSelected(T value) => query.Selects(ObjectKey.FromObject(value));
}
