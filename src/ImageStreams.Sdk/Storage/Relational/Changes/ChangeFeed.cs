namespace ImageStreams.Storage;

/// <summary>Brings the changes of all processes into the ring, once for all watchers.</summary>
/// <remarks>
/// Changes of this process come directly from the commit when they follow the last one; those of others are read when the dialect
/// says that there may be some. Either way a change is appended only after the one with the version before it, so the order is
/// that of the versions, without gaps and without repetitions. While nobody watches, nothing is read.
/// </remarks>
internal sealed partial class ChangeFeed(RelationalDatabase database, ChangeReader reader, int capacity) : IAsyncDisposable
{
    private const long MaxBytes = 64L << 20;

    private readonly Lock _lock = new();
#pragma warning disable CA2213 // Callers that are late may still wait for it; it holds nothing.
    private readonly SemaphoreSlim _reading = new(1);
#pragma warning restore CA2213
#pragma warning disable CA2213 // What is canceled ends later, and it holds nothing.
    private CancellationTokenSource? _run;
#pragma warning restore CA2213
    private Task _running = Task.CompletedTask;
    private int _watchers;
    private bool _isDisposed;

    public ChangeRing Ring { get; } = new(capacity, MaxBytes);

    /// <summary>Takes the changes of a transaction of this process.</summary>
    public void Offer(IReadOnlyList<StoreChange> changes)
    {
        if (changes.Count == 0)
        {
            return;
        }

        lock (_lock)
        {
            // When others have written in between, the pump reads these changes after theirs; nobody misses what nobody watches.
            if (!Ring.TryAppend(changes) && _watchers == 0)
            {
                Ring.Restart(changes[0].Version - 1);
                Ring.TryAppend(changes);
            }
        }
    }

    /// <summary>Counts one more watcher; the first one starts the reading.</summary>
    public void Join()
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, typeof(RelationalImageStreamStore));
            if (++_watchers == 1)
            {
                Ring.Fail(null);
                var run = _run = new CancellationTokenSource();
                var before = _running;
                _running = BackgroundWork.Run(() => RunAsync(before, run.Token));
            }
        }
    }

    /// <summary>Counts one watcher less; after the last one the reading ends.</summary>
    public void Leave()
    {
        lock (_lock)
        {
            if (--_watchers == 0)
            {
                Stop();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        lock (_lock)
        {
            _isDisposed = true;
            Stop();
            Ring.Fail(new ObjectDisposedException(nameof(RelationalImageStreamStore)));
        }

        await _running.ConfigureAwait(false);
    }

    private async Task RunAsync(Task before, CancellationToken end)
    {
        await before.ConfigureAwait(false);
        using var pump = new ChangePump(database, this);
        await pump.RunAsync(end).ConfigureAwait(false);
    }

    // Not within the lock of the caller, as what is canceled goes on at once.
    private void Stop()
    {
        _ = _run?.CancelAsync();
        _run = null;
    }
}
