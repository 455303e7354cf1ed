namespace ImageStreams.Storage;

/// <summary>Times the bookmarks of one watcher.</summary>
internal sealed class BookmarkTimer
{
    // Timers are no longer than this; a longer wait sets another one.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly TimeSpan? _interval;
    private readonly TimeProvider _timeProvider;
    private long _lastReportedAt;

    /// <summary>Creates the timer, which begins now.</summary>
    /// <param name="interval">The time without events after which a bookmark is due; null for never.</param>
    /// <param name="timeProvider">The time provider.</param>
    public BookmarkTimer(TimeSpan? interval, TimeProvider timeProvider)
    {
        (_interval, _timeProvider) = (interval, timeProvider);
        Restart();
    }

    private bool IsDue => _interval is not null && TimeLeft <= TimeSpan.Zero;

    private TimeSpan TimeLeft => _interval.GetValueOrDefault() - _timeProvider.GetElapsedTime(_lastReportedAt);

    /// <summary>Begins anew after an event.</summary>
    public void Restart() => _lastReportedAt = _interval is null ? 0 : _timeProvider.GetTimestamp();

    /// <summary>Takes the bookmark that is due, whether or not it is reported; the next one is then due an interval later.</summary>
    /// <returns>False when none is due.</returns>
    public bool TakeDue()
    {
        if (!IsDue)
        {
            return false;
        }

        Restart();
        return true;
    }

    /// <summary>Waits for a change, until the next bookmark is due, or until the watch is canceled; the caller determines which.</summary>
    public async ValueTask WaitAsync(Task change, CancellationToken cancellationToken)
    {
        var wait = change.WaitAsync(MaxWait(), _timeProvider, cancellationToken);
        // When the time has passed while the timer was made, the timer would be late by a whole interval.
        if (!IsDue)
        {
            await wait.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // At least the shortest time of a timer.
    private TimeSpan MaxWait() => _interval is null
        ? Timeout.InfiniteTimeSpan
        : TimeSpan.FromTicks(Math.Clamp(TimeLeft.Ticks, TimeSpan.TicksPerMillisecond, LongestWait.Ticks));
}
