namespace ImageStreams.Testing.Simulation;

/// <summary>A fault that lasts until it is first disposed of.</summary>
internal sealed class WorldFault(Action end) : IDisposable
{
    private Action? _end = end;

    public void Dispose() => Interlocked.Exchange(ref _end, null)?.Invoke();
}
