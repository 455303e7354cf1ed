namespace ImageStreams.Mutation;

/// <summary>Hands out one worker at a time: the one in use, or a new one.</summary>
internal sealed class WorkerPool(RoomFolder folder) : IDisposable
{
    private WorkerProcess? _current;

    /// <summary>The worker in use, or a new one if there is none.</summary>
    public WorkerProcess Current() => _current ??= WorkerProcess.Start(folder, MutantSwitch.None);

    /// <summary>Starts another worker, with a mutant that is on from the start.</summary>
    public WorkerProcess StartWith(int mutant) => WorkerProcess.Start(folder, mutant);

    /// <summary>Ends the worker in use.</summary>
    public void Retire()
    {
        _current?.Dispose();
        _current = null;
    }

    public void Dispose() => Retire();
}
