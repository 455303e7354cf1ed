namespace ImageStreams.Storage;

/// <summary>Times the bookmarks of one watcher of a store, for stores that are written outside of the library.</summary>
/// <remarks>
/// A watcher restarts it after each event that it reports, reports a bookmark when one is due, and waits with it for what comes next.
/// Not safe for concurrent use: each enumeration of a watch has one of its own.
/// </remarks>
public sealed class BookmarkTimer
{
    // Timers are no longer than this; a longer wait sets another one.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly TimeSpan? _interval;
    private readonly TimeProvider _timeProvider;
    private long _lastReportedAt;

    /// <summary>Creates the timer, which begins now.</summary>
    /// <param name="interval">The time without events after which a bookmark is due, as <see cref="WatchQuery.BookmarkInterval"/>; null
    /// for never.</param>
    /// <param name="timeProvider">The time provider.</param>
    /// <exception cref="ArgumentNullException"><paramref name="timeProvider"/> is null.</exception>
    public BookmarkTimer(TimeSpan? interval, TimeProvider timeProvider)
    {
        ArgumentNullException.ThrowIfNull(timeProvider);
        (_interval, _timeProvider) = (interval, timeProvider);
        Restart();
    }

    /// <summary>Gets a value indicating whether a bookmark is due.</summary>
    public bool IsDue => _interval is not null && TimeLeft <= TimeSpan.Zero;

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
    /// <param name="change">Completes with the next change.</param>
    /// <param name="cancellationToken">A token to end the wait, which does not throw.</param>
    /// <exception cref="ArgumentNullException"><paramref name="change"/> is null.</exception>
    public async ValueTask WaitAsync(Task change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
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
