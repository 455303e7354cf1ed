namespace ImageStreams.Mutation;

/// <summary>Hands out one worker at a time: the one in use, or a new one.</summary>
internal sealed class WorkerPool(RoomFolder folder) : IDisposable
{
    private WorkerProcess? _current;

    /// <summary>The worker in use, or a new one if there is none.</summary>
    public WorkerProcess Current() => _current ??= WorkerProcess.Start(folder);

    /// <summary>A worker that has tried no mutant.</summary>
    public WorkerProcess Fresh()
    {
        if (_current is { IsFresh: false })
        {
            Retire();
        }

        return Current();
    }

    /// <summary>Ends the worker in use.</summary>
    public void Retire()
    {
        _current?.Dispose();
        _current = null;
    }

    public void Dispose() => Retire();
}
