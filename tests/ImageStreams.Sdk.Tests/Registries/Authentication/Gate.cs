namespace ImageStreams.Tests.Registries;

/// <summary>Lets steps pass at once, but for one, which waits until the gate is opened.</summary>
/// <param name="closed">The number of the step that waits, from 1.</param>
internal sealed class Gate(int closed)
{
    private readonly TaskCompletionSource _opened = new();
    private int _steps;

    /// <summary>Gets a value indicating whether the step that waits was reached.</summary>
    public bool WasReached => _steps >= closed;

    /// <summary>Gets a value indicating whether a step is waiting.</summary>
    public bool IsWaiting => WasReached && !_opened.Task.IsCompleted;

    public Task PassAsync() => ++_steps == closed ? _opened.Task : Task.CompletedTask;

    public void Open() => _opened.TrySetResult();
}
