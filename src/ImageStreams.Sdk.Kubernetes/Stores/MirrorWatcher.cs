using System.Runtime.CompilerServices;
using ImageStreams.Serialization;
using ImageStreams.Storage;

namespace ImageStreams.Kubernetes;

/// <summary>One watcher of a store: the objects that exist, and then the changes of the mirror.</summary>
internal sealed class MirrorWatcher<T, TList>(
    StoreReader<T, TList> reader, WatchMirror<T, TList> mirror, WatchQuery query, TimeProvider timeProvider)
    where T : ApiObject, IWireObject<T>
    where TList : ApiList<T>, IWireObject<TList>
{
    private readonly BookmarkTimer _bookmarks = new(query.BookmarkInterval, timeProvider);
    private long _version;
    private long _place;

    public async IAsyncEnumerable<WatchEvent<T>> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var use = mirror.Use();
        foreach (var present in await BeginAsync(cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            _bookmarks.Restart();
            yield return present;
        }

        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (await StepAsync(cancellationToken).ConfigureAwait(false) is { } change)
            {
                _bookmarks.Restart();
                yield return change;
            }
        }
    }

    private async Task<IEnumerable<WatchEvent<T>>> BeginAsync(CancellationToken cancellationToken)
    {
        IEnumerable<WatchEvent<T>> present = [];
        if (query.ResourceVersion is { } text)
        {
            _version = StoredVersions.Parse(text);
            await mirror.BeginAsync(_version, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await mirror.BeginAsync(null, cancellationToken).ConfigureAwait(false);
            var state = await reader.FetchAsync(query.Namespace, query.Name, null, cancellationToken).ConfigureAwait(false);
            _version = state.Version;
            present = ToEvents(state);
        }

        _place = mirror.Changes.FindPlace(_version) ?? throw StoreFailures.ExpiredWatch(_version);
        return present;
    }

    private IEnumerable<WatchEvent<T>> ToEvents(StoredState<T> state)
    {
        var version = StoredVersions.Format(state.Version);
        foreach (var item in state.Items.Where(IsSelected))
        {
            yield return new WatchEvent<T>.Added { Object = item, ResourceVersion = version };
        }

        if (query.BookmarkInterval is not null)
        {
            yield return new WatchEvent<T>.Bookmark { ResourceVersion = version, EndsInitialEvents = true };
        }
    }

    private async ValueTask<WatchEvent<T>?> StepAsync(CancellationToken cancellationToken)
    {
        var step = mirror.Changes.Read(_place);
        ThrowIfEnded(step);
        if (step.Change is { } change)
        {
            _place++;
            return Take(change);
        }

        if (_bookmarks.IsDue && step.Reached >= mirror.Written)
        {
            _bookmarks.Restart();
            return CreateBookmark(step.Reached);
        }

        await WaitAsync(step, cancellationToken).ConfigureAwait(false);
        return null;
    }

    private void ThrowIfEnded(RingStep<T> step)
    {
        if (step.Failure is not null)
        {
            throw step.Failure is StoreException error ? new StoreException(error.Reason, error.Message, error) : step.Failure;
        }

        if (step.IsLost)
        {
            throw StoreFailures.FellBehind(_version);
        }
    }

    // A bookmark that is due waits for what this store has written.
    private ValueTask WaitAsync(RingStep<T> step, CancellationToken cancellationToken) => _bookmarks.IsDue
        ? new ValueTask(step.Changed.WaitAsync(cancellationToken))
        : _bookmarks.WaitAsync(step.Changed, cancellationToken);

    private WatchEvent<T>? Take(WatchEvent<T> change)
    {
        var version = StoredVersions.Read(change.ResourceVersion);
        var isNew = version > _version;
        _version = Math.Max(_version, version);
        return isNew && IsSelected(change) ? change : null;
    }

    private WatchEvent<T>.Bookmark? CreateBookmark(long reached)
    {
        if (reached < _version)
        {
            return null;
        }

        _version = reached;
        return new WatchEvent<T>.Bookmark { ResourceVersion = StoredVersions.Format(reached) };
    }

    private bool IsSelected(WatchEvent<T> change) => change switch
    {
        WatchEvent<T>.Added added => IsSelected(added.Object),
        WatchEvent<T>.Modified modified => IsSelected(modified.Object),
        WatchEvent<T>.Deleted deleted => IsSelected(deleted.Object),
        _ => false,
    };

    private bool IsSelected(T value) => query.Selects(new ObjectKey(value.Namespace, value.Name));
}
