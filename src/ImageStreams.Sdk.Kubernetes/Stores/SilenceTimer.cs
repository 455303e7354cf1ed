namespace ImageStreams.Kubernetes;

/// <summary>The time in which a watcher had nothing to report.</summary>
internal sealed class SilenceTimer(TimeSpan? interval, TimeProvider timeProvider)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private long _since = timeProvider.GetTimestamp();

    public bool IsOver => interval is { } time && timeProvider.GetElapsedTime(_since) >= time;

    public void Restart() => _since = timeProvider.GetTimestamp();

    /// <summary>Waits for a change, and no longer than until the silence is over.</summary>
    public async Task WaitAsync(Task change, CancellationToken cancellationToken)
    {
        var rest = interval is { } time ? time - timeProvider.GetElapsedTime(_since) : Timeout.InfiniteTimeSpan;
        if (interval is not null)
        {
            rest = TimeSpan.FromTicks(Math.Clamp(rest.Ticks, TimeSpan.TicksPerMillisecond, LongestWait.Ticks));
        }

        var wait = change.WaitAsync(rest, timeProvider, cancellationToken);
        // A clock that went on while the timer was made does not end it.
        if (!IsOver)
        {
            await wait.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        cancellationToken.ThrowIfCancellationRequested();
    }
}
