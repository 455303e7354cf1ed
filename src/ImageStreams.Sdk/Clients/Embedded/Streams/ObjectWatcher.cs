using System.Runtime.CompilerServices;
using ImageStreams.Storage;

namespace ImageStreams.Clients;

/// <summary>Watches objects of one kind as a reader sees them.</summary>
/// <remarks>
/// To a watcher with selectors, an object that begins to match is added, and one that no longer matches is deleted as it last
/// was.
/// </remarks>
/// <param name="store">The objects.</param>
/// <param name="versions">The versions that watchers ask for.</param>
/// <param name="toView">Returns an object as a reader sees it; the same one for the same object.</param>
internal sealed class ObjectWatcher<T>(IObjectStore<T> store, VersionWait versions, Func<T, T> toView)
    where T : ApiObject
{
    private readonly PreviousObjects<T> _previous = new();

    /// <summary>Watches objects.</summary>
    /// <param name="query">The namespace and the name.</param>
    /// <param name="options">The version to begin at, and the bookmarks.</param>
    /// <param name="matches">Decides on an object as a reader sees it.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public async IAsyncEnumerable<WatchEvent<T>> WatchAsync(
        WatchQuery query, WatchOptions options, Func<T, bool> matches, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        query = await BeginAsync(query, options, cancellationToken).ConfigureAwait(false);
        var changes = store.WatchAsync(query, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (changes.ConfigureAwait(false))
        {
            while (await MoveNextAsync(changes).ConfigureAwait(false))
            {
                if (Select(changes.Current, matches) is { } selected)
                {
                    yield return selected;
                }
            }
        }
    }

    private async ValueTask<WatchQuery> BeginAsync(WatchQuery query, WatchOptions options, CancellationToken cancellationToken)
    {
        var version = options.ResourceVersion is "" or "0" ? null : options.ResourceVersion;
        if (options.SendInitialEvents == true && version is not null)
        {
            await versions.RequireAsync(store, version, cancellationToken).ConfigureAwait(false);
            version = null;
        }
        else if (options.SendInitialEvents == false && version is null)
        {
            version = await VersionWait.GetCurrentAsync(store, cancellationToken).ConfigureAwait(false);
        }

        return query with { ResourceVersion = version, BookmarkInterval = options.BookmarkInterval };
    }

    private static async ValueTask<bool> MoveNextAsync(IAsyncEnumerator<WatchEvent<T>> changes)
    {
        try
        {
            return await changes.MoveNextAsync().ConfigureAwait(false);
        }
        catch (StoreException e)
        {
            throw ApiErrors.FromStore(e);
        }
    }

    /// <summary>Returns the change as a watcher with selectors sees it; null when it sees none.</summary>
    private WatchEvent<T>? Select(WatchEvent<T> change, Func<T, bool> matches)
    {
        switch (change)
        {
            case WatchEvent<T>.Added added:
                var created = toView(added.Object);
                return matches(created) ? added with { Object = created } : null;
            case WatchEvent<T>.Deleted deleted:
                var gone = toView(deleted.Object);
                return matches(gone) ? deleted with { Object = gone } : null;
            case WatchEvent<T>.Modified modified:
                return Select(modified, modified.Previous is { } before ? toView(before) : null, toView(modified.Object), matches);
            default:
                return change;
        }
    }

    // A store that does not know how an object was: to a watcher who has not seen it, its deletion says nothing new.
    private WatchEvent<T>? Select(WatchEvent<T>.Modified change, T? previous, T next, Func<T, bool> matches) =>
        (previous is null || matches(previous), matches(next)) switch
        {
            (true, true) => change with { Object = next, Previous = previous },
            (false, true) => new WatchEvent<T>.Added { ResourceVersion = change.ResourceVersion, Object = next },
            (true, false) => new WatchEvent<T>.Deleted
            {
                ResourceVersion = change.ResourceVersion,
                Object = _previous.WithVersion(previous ?? next, change.ResourceVersion),
            },
            _ => null,
        };
}
