using System.Collections.Concurrent;

namespace ImageStreams.Kubernetes;

/// <summary>Knows since when each version of a lease has been seen, by the clock of this process.</summary>
/// <remarks>The clocks of the machines are not compared: a lease is held until its duration has passed here since its last renewal was
/// first seen here.</remarks>
internal sealed class LeaseObservations
{
    private readonly ConcurrentDictionary<string, (string? Version, DateTimeOffset Seen)> _seen = new(StringComparer.Ordinal);

    /// <summary>Gets the time at which a lease expires.</summary>
    /// <param name="lease">The lease, as it was read.</param>
    /// <param name="now">The time at which it was asked for.</param>
    public DateTimeOffset GetEnd(ClusterLease lease, DateTimeOffset now)
    {
        var (_, seen) = _seen.AddOrUpdate(
            lease.Name,
            static (_, read) => (read.Version, read.Now),
            static (_, known, read) => known.Version == read.Version ? known : (read.Version, read.Now),
            (Version: lease.ResourceVersion, Now: now));
        return Add(seen, TimeSpan.FromSeconds(Math.Min(lease.DurationSeconds, int.MaxValue)));
    }

    /// <summary>Adds a duration to a time; the last time there is where that is later.</summary>
    public static DateTimeOffset Add(DateTimeOffset time, TimeSpan duration) =>
        DateTimeOffset.MaxValue - time < duration ? DateTimeOffset.MaxValue : time + duration;
}
