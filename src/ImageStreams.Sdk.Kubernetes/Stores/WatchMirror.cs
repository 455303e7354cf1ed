using ImageStreams.Serialization;

namespace ImageStreams.Kubernetes;

/// <summary>One watch of a kind for all watchers of a store, which knows how the objects were before.</summary>
/// <remarks>It begins with the first watcher, at the version that it asks for. It ends with the store, and when nobody has watched for a
/// while; the next watcher begins another one.</remarks>
internal sealed class WatchMirror<T, TList>(StoreReader<T, TList> reader, int history, TimeProvider timeProvider) : IAsyncDisposable
    where T : ApiObject, IWireObject<T>
    where TList : ApiList<T>, IWireObject<TList>
{
    /// <summary>The time after which a watch ends that nobody uses.</summary>
    public static readonly TimeSpan QuietTime = TimeSpan.FromMinutes(5);

#pragma warning disable CA2213 // The semaphore is only awaited, which needs no handle to close; a timer may still wait for it.
    private readonly SemaphoreSlim _turn = new(1, 1);
    private MirrorRun<T, TList>? _run;   // EndAsync disposes of it.
#pragma warning restore CA2213
    private readonly Lock _lock = new();
    private ITimer? _quiet;
    private int _watchers;
    private long _written;

    /// <summary>The changes.</summary>
    public ChangeRing<T> Changes { get; } = new(history);

    /// <summary>The version of the last write of this store.</summary>
    public long Written => Volatile.Read(ref _written);

    /// <summary>Keeps the watch going until the result is disposed of.</summary>
    public MirrorUse Use()
    {
        lock (_lock)
        {
            _watchers++;
            _quiet?.Dispose();
            _quiet = null;
        }

        return new MirrorUse(Leave);
    }

    /// <summary>Begins, unless it has begun.</summary>
    /// <param name="version">The version to begin after; null for the latest.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public async Task BeginAsync(long? version, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_run is not { HasEnded: false })
            {
                await EndAsync().ConfigureAwait(false);
                _run = new MirrorRun<T, TList>(reader, Changes);
                await _run.StartAsync(version, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Notes a write, which watchers see before they are told that nothing happened.</summary>
    public void NoteWritten(long version)
    {
        var known = Written;
        while (version > known)
        {
            var before = Interlocked.CompareExchange(ref _written, version, known);
            known = before == known ? version : before;
        }
    }

    /// <summary>Waits until a version is reached.</summary>
    public async Task WaitForAsync(long version, CancellationToken cancellationToken)
    {
        while (_run is not null && Changes.Read(long.MaxValue) is { Failure: null } step && step.Reached < version)
        {
            await step.Changed.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        lock (_lock)
        {
            _quiet?.Dispose();
        }

        await _turn.WaitAsync().ConfigureAwait(false);
        await EndAsync().ConfigureAwait(false);
        _turn.Release();
    }

    private void Leave()
    {
        lock (_lock)
        {
            if (--_watchers == 0)
            {
                _quiet?.Dispose();
                _quiet = timeProvider.CreateTimer(
                    static mirror => _ = ((WatchMirror<T, TList>)mirror!).EndUnusedAsync(), this, QuietTime, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private async Task EndUnusedAsync()
    {
        await _turn.WaitAsync().ConfigureAwait(false);
        try
        {
            if (Volatile.Read(ref _watchers) == 0)
            {
                await EndAsync().ConfigureAwait(false);
                Changes.Begin(Changes.Reached);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task EndAsync()
    {
        if (_run is { } run)
        {
            _run = null;
            await run.DisposeAsync().ConfigureAwait(false);
        }
    }
}
