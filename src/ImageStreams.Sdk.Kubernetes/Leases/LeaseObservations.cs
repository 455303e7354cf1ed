using System.Collections.Concurrent;

namespace ImageStreams.Kubernetes;

/// <summary>Knows since when each version of a lease has been seen, by the clock of this process.</summary>
/// <remarks>The clocks of the machines are not compared: a lease is held until its duration has passed here since its last renewal was
/// first seen here.</remarks>
internal sealed class LeaseObservations(TimeProvider timeProvider)
{
    // Time stamps, not times of the day: these jump when a clock is set.
    private readonly ConcurrentDictionary<string, (string? Version, long Seen)> _seen = new(StringComparer.Ordinal);

    /// <summary>Gets the time that is left until a lease expires; zero or less when it has.</summary>
    /// <param name="lease">The lease, as it was read.</param>
    /// <param name="asked">The time stamp at which it was asked for.</param>
    public TimeSpan GetRest(ClusterLease lease, long asked)
    {
        var (_, seen) = _seen.AddOrUpdate(
            lease.Name,
            static (_, read) => read,
            static (_, known, read) => known.Version == read.Version ? known : read,
            (Version: lease.ResourceVersion, Seen: asked));
        return TimeSpan.FromSeconds(Math.Min(lease.DurationSeconds, int.MaxValue)) - timeProvider.GetElapsedTime(seen, asked);
    }

    /// <summary>Forgets a lease that was deleted.</summary>
    public void Forget(string name) => _seen.TryRemove(name, out _);

    /// <summary>Adds a duration to a time; the last time there is where that is later.</summary>
    public static DateTimeOffset Add(DateTimeOffset time, TimeSpan duration) =>
        DateTimeOffset.MaxValue - time < duration ? DateTimeOffset.MaxValue : time + duration;
}
