using System.Runtime.CompilerServices;

namespace ImageStreams.Storage;

internal sealed partial class RelationalWatcher<T>
{
    /// <summary>Sets the position.</summary>
    /// <returns>The objects that exist, unless the query names the version to continue from.</returns>
    /// <exception cref="StoreException">
    /// <see cref="StoreFailure.Expired"/> or <see cref="StoreFailure.InvalidResourceVersion"/>.
    /// </exception>
    public async IAsyncEnumerable<WatchEvent<T>> BeginAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (query.ResourceVersion is not null)
        {
            _version = ResourceVersions.Parse(query.ResourceVersion);
            await BeginAtVersionAsync(cancellationToken).ConfigureAwait(false);
            yield break;
        }

        await foreach (var added in ReadObjectsAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return added;
        }

        if (query.BookmarkInterval is not null)
        {
            yield return Bookmark() with { EndsInitialEvents = true };
        }
    }

    private async Task BeginAtVersionAsync(CancellationToken cancellationToken)
    {
        var header = await reader.ReadHeaderAsync(cancellationToken).ConfigureAwait(false);
        if (_version < header.Compacted)
        {
            throw StoreErrors.ExpiredWatch(_version);
        }

        await CatchUpAsync(header.Current, cancellationToken).ConfigureAwait(false);
    }

    private async IAsyncEnumerable<WatchEvent<T>> ReadObjectsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pages = states.ReadAllAsync(query.Namespace, query.Name, version => _version = version, cancellationToken);
        await foreach (var value in pages.ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (query.Selects(ObjectKey.FromObject(value)))
            {
                yield return new WatchEvent<T>.Added { Object = value, ResourceVersion = ResourceVersions.Format(_version) };
            }
        }

        await CatchUpAsync(_version, cancellationToken).ConfigureAwait(false);
    }

    // Bookmarks name what the ring has reached, so it must not be behind what the caller may know.
    private async ValueTask CatchUpAsync(long current, CancellationToken cancellationToken)
    {
        if (feed.Ring.Reached < current)
        {
            await feed.CatchUpAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
