namespace ImageStreams.Controllers;

/// <summary>The times of leases, as this process may rely on them: by its monotonic clock, with a margin.</summary>
/// <param name="duration">The duration of a lease.</param>
/// <param name="timeProvider">The time provider.</param>
internal sealed class ShardClock(TimeSpan duration, TimeProvider timeProvider)
{
    /// <summary>The part of the duration, from the end, in which a lease is not relied on: one sixth.</summary>
    private const int MarginPart = 6;

    private const int RenewalPart = 3;
    private const int RetryPart = 10;

    public TimeSpan Duration => duration;

    /// <summary>The time between two renewals, and the longest wait for an answer.</summary>
    public TimeSpan Renewal => duration / RenewalPart;

    /// <summary>The wait before another attempt after a failure, or for a shard that is not free yet.</summary>
    public TimeSpan Retry => duration / RetryPart;

    public long Now => timeProvider.GetTimestamp();

    /// <summary>Gets the timestamp until which a lease surely holds.</summary>
    /// <param name="sent">The timestamp before the request was sent: the store's lease begins later, and so ends later.</param>
    public long GetHeldUntil(long sent) => Add(sent, duration - (duration / MarginPart));

    /// <summary>Gets the timestamp at which a lease has surely ended that is not renewed from now on.</summary>
    public long GetSurelyEnded() => Add(Now, duration + (duration / MarginPart));

    /// <summary>Gets the time until a timestamp; zero when it has passed.</summary>
    public TimeSpan GetDelay(long timestamp)
    {
        var delay = timeProvider.GetElapsedTime(Now, timestamp);
        return delay > TimeSpan.Zero ? delay : TimeSpan.Zero;
    }

    /// <summary>Determines whether a duration of a lease has passed since a timestamp.</summary>
    public bool HasPassed(long since) => timeProvider.GetElapsedTime(since, Now) >= duration;

    private long Add(long timestamp, TimeSpan time) =>
        timestamp + (long)(time.TotalSeconds * timeProvider.TimestampFrequency);
}
