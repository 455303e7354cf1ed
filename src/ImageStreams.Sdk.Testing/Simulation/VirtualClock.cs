namespace ImageStreams.Testing.Simulation;

/// <summary>A clock that stands still until it is moved, and then runs its timers one after the other, each at its
/// time.</summary>
/// <remarks>
/// Timers with the same time run in the order in which they were set. Their callbacks, and the code that awaits them,
/// run on the thread that moves the clock, in the same order in every run.
/// </remarks>
internal sealed class VirtualClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly PriorityQueue<VirtualTimer, (long Due, long Number)> _timers = new();
    private long _now = start.UtcTicks;
    private long _number;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>The time of the next timer; null when none is set.</summary>
    public DateTimeOffset? NextTimer
    {
        get
        {
            lock (_gate)
            {
                return FindNext() is { } next ? new DateTimeOffset(next, TimeSpan.Zero) : null;
            }
        }
    }

    public override DateTimeOffset GetUtcNow() => new(Volatile.Read(ref _now), TimeSpan.Zero);

    public override long GetTimestamp() => Volatile.Read(ref _now);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock to a time, and runs every timer up to that time at its own time.</summary>
    public void MoveTo(DateTimeOffset time)
    {
        while (Take(time.UtcTicks) is { } timer)
        {
            timer.Run();
        }

        Volatile.Write(ref _now, Math.Max(_now, time.UtcTicks));
    }

    /// <summary>Sets a timer, which runs unless its number has changed by then.</summary>
    internal long Schedule(VirtualTimer timer, TimeSpan dueTime)
    {
        lock (_gate)
        {
            _timers.Enqueue(timer, (_now + dueTime.Ticks, ++_number));
            return _number;
        }
    }

    private VirtualTimer? Take(long until)
    {
        lock (_gate)
        {
            if (FindNext() is not { } due || due > until)
            {
                return null;
            }

            Volatile.Write(ref _now, Math.Max(_now, due));
            return _timers.Dequeue();
        }
    }

    /// <summary>Finds the time of the first timer that has not been changed since it was set.</summary>
    private long? FindNext()
    {
        while (_timers.TryPeek(out _, out var next))
        {
            if (_timers.Peek().Number == next.Number)
            {
                return next.Due;
            }

            _timers.Dequeue();
        }

        return null;
    }
}
