namespace ImageStreams.Hosting;

/// <summary>The imports that run, which the host waits for when it stops.</summary>
internal sealed class RunningImports : IDisposable
{
    private readonly Lock _gate = new();
    private readonly HashSet<Task> _tasks = [];
    private readonly CancellationTokenSource _cancel = new();

    /// <summary>The number of imports that run.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _tasks.Count;
            }
        }
    }

    /// <summary>A token that is canceled when the imports have to end.</summary>
    public CancellationToken Canceled => _cancel.Token;

    /// <summary>Adds an import until it has ended.</summary>
    public void Add(Task import)
    {
        lock (_gate)
        {
            _tasks.Add(import);
        }

        _ = import.ContinueWith(
            Remove, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>Waits until all imports have ended; those that still run when the time is over are canceled.</summary>
    /// <param name="timeIsOver">A token that is canceled when the time is over.</param>
    /// <returns>The number of imports that were canceled.</returns>
    public async Task<int> DrainAsync(CancellationToken timeIsOver)
    {
        var all = Task.WhenAll(Snapshot());
        try
        {
            await all.WaitAsync(timeIsOver).ConfigureAwait(false);
            return 0;
        }
        catch (OperationCanceledException)
        {
            var canceled = Count;
            await _cancel.CancelAsync().ConfigureAwait(false);
            await all.ConfigureAwait(false);
            return canceled;
        }
    }

    public void Dispose() => _cancel.Dispose();

    private Task[] Snapshot()
    {
        lock (_gate)
        {
            return [.. _tasks];
        }
    }

    private void Remove(Task import)
    {
        lock (_gate)
        {
            _tasks.Remove(import);
        }
    }
}
