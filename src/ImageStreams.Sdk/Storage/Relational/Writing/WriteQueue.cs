using System.Collections.Concurrent;

namespace ImageStreams.Storage;

/// <summary>The writes that wait, and the one loop that commits them, several in one transaction.</summary>
/// <remarks>
/// Whoever finds the loop idle runs its first transaction: a single writer pays for no change of threads. When more writes are
/// waiting then, the loop goes on in the background.
/// </remarks>
internal sealed class WriteQueue(WriteCommitter committer)
{
    private const int MaxWorks = 128;
    private const long MaxBytes = 4L << 20;

    private readonly ConcurrentQueue<StoreWork> _waiting = new();
    private int _isRunning;

    /// <summary>Adds a write, whose answer tells its end.</summary>
    public void Add(StoreWork work)
    {
        _waiting.Enqueue(work);
        if (TryStart())
        {
            _ = RunAsync();
        }
    }

    private bool TryStart() => Interlocked.CompareExchange(ref _isRunning, 1, 0) == 0;

    private async Task RunAsync()
    {
        await committer.CommitAsync(Take()).ConfigureAwait(false);
        if (MustGoOn())
        {
            await BackgroundWork.Run(GoOnAsync).ConfigureAwait(false);
        }
    }

    private async Task GoOnAsync()
    {
        do
        {
            await committer.CommitAsync(Take()).ConfigureAwait(false);
        }
        while (MustGoOn());
    }

    // Whoever adds a write after the loop has stopped starts it; one that was added just before is seen here.
    private bool MustGoOn()
    {
        if (!_waiting.IsEmpty)
        {
            return true;
        }

        Volatile.Write(ref _isRunning, 0);
        Interlocked.MemoryBarrier();
        return !_waiting.IsEmpty && TryStart();
    }

    private List<StoreWork> Take()
    {
        var works = new List<StoreWork>();
        var identities = new HashSet<object>();
        var bytes = 0L;
        while (works.Count < MaxWorks && bytes < MaxBytes && _waiting.TryPeek(out var next)
            && (next.Identity is not { } identity || identities.Add(identity)))
        {
            _waiting.TryDequeue(out _);
            bytes += next.Bytes;
            works.Add(next);
        }

        return works;
    }
}
