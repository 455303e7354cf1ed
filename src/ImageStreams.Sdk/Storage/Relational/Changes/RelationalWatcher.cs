namespace ImageStreams.Storage;

/// <summary>One watcher, and its position in the versions.</summary>
/// <remarks>
/// It takes changes from the shared ring; those that are no longer there it reads from the database, one page at a time, until it
/// meets the ring. So a slow watcher costs no memory, and a thousand fast ones cost no queries.
/// </remarks>
internal sealed partial class RelationalWatcher<T>(
    StoredObjects<T> objects, ChangeReader reader, ChangeFeed feed, StateReader<T> states, WatchQuery query, TimeProvider timeProvider)
    where T : ApiObject
{
    private const int FailuresOfAPage = 8;

    private readonly BookmarkTimer _bookmarks = new(query.BookmarkInterval, timeProvider);
    private readonly Queue<ObjectChange<T>> _page = new();
    private long _version;
    private long _pageEnd;

    /// <summary>Waits for the next event.</summary>
    /// <exception cref="StoreException"><see cref="StoreFailure.FellBehind"/>.</exception>
    public async ValueTask<WatchEvent<T>> NextAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var next = feed.Ring.Next;
            ThrowIfFailed();
            var reached = feed.Ring.Reached;
            var hasAll = _page.Count == 0 && _version >= reached;
            var change = hasAll ? null : await AdvanceAsync(reached, cancellationToken).ConfigureAwait(false);
            if ((change ?? DueBookmark(reached)) is { } reported)
            {
                _bookmarks.Restart();
                return reported;
            }

            if (hasAll)
            {
                await _bookmarks.WaitAsync(next, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    // The next change; null when it is not for this watcher.
    private async ValueTask<WatchEvent<T>?> AdvanceAsync(long reached, CancellationToken cancellationToken)
    {
        if (_page.TryDequeue(out var change))
        {
            _version = _page.Count == 0 ? _pageEnd : _version;
            return Take(change);
        }

        if (feed.Ring.Find(_version + 1) is { } next)
        {
            _version = next.Version;
            return next is ObjectChange<T> mine && mine.Kind == objects.Kind ? Take(mine) : null;
        }

        try
        {
            await ReadPageAsync(reached, cancellationToken).ConfigureAwait(false);
        }
        catch (StoreException e) when (e.Reason == StoreFailure.Unavailable)
        {
            await RelationalRetry.DelayAsync(FailuresOfAPage, cancellationToken).ConfigureAwait(false);
        }

        return null;
    }

    private WatchEvent<T>? Take(ObjectChange<T> change)
    {
        _version = Math.Max(_version, change.Version);
        return query.Selects(change.Key) ? change.Event : null;
    }

    private async Task ReadPageAsync(long reached, CancellationToken cancellationToken)
    {
        var changes = await reader.ReadAsync(objects.Kind, _version, reached, cancellationToken).ConfigureAwait(false);
        var header = await reader.ReadHeaderAsync(cancellationToken).ConfigureAwait(false);
        if (header.Compacted > _version)
        {
            throw StoreErrors.FellBehind(_version);
        }

        changes.ForEach(change => _page.Enqueue((ObjectChange<T>)change));
        _pageEnd = changes.Count < ChangeReader.PageSize ? reached : changes[^1].Version;
        _version = changes.Count == 0 ? _pageEnd : _version;
    }

    private void ThrowIfFailed()
    {
        if (feed.Ring.Failure is { } failure)
        {
            throw failure;
        }
    }

    // A bookmark, when one is due; null before the store has reached the version that the watch begins after.
    private WatchEvent<T>.Bookmark? DueBookmark(long reached) =>
        _page.Count == 0 && _bookmarks.TakeDue() && _version <= reached ? Bookmark() : null;

    private WatchEvent<T>.Bookmark Bookmark() => new() { ResourceVersion = ResourceVersions.Format(_version) };
}
