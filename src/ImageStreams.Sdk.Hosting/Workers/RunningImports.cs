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

    /// <summary>Cancels all imports.</summary>
    /// <returns>The number of imports that run.</returns>
    public int Cancel()
    {
        var count = Count;
        _ = _cancel.CancelAsync();   // not on this thread, whatever the callbacks do
        return count;
    }

    /// <summary>Waits until all imports have ended.</summary>
    public Task WhenEndedAsync() => Task.WhenAll(Snapshot());

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
