namespace ImageStreams.Testing.Simulation;

/// <summary>A timer of a <see cref="VirtualClock"/>.</summary>
internal sealed class VirtualTimer(VirtualClock clock, Action callback) : ITimer
{
    private TimeSpan _period = Timeout.InfiniteTimeSpan;

    /// <summary>The number of the last change; earlier changes have no effect.</summary>
    public long Number { get; private set; }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        _period = period;
        Number = dueTime == Timeout.InfiniteTimeSpan ? 0 : clock.Schedule(this, dueTime);
        return true;
    }

    public void Run()
    {
        Number = _period > TimeSpan.Zero ? clock.Schedule(this, _period) : 0;
        callback();
    }

    public void Dispose() => Number = 0;

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
