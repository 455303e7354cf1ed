using ImageStreams.Collections;
using ImageStreams.Internal;

namespace ImageStreams.Storage;

/// <summary>Leases in memory, for the holders of one process.</summary>
/// <remarks>
/// A lease ends when its duration has elapsed by the timestamps of the time provider, regardless of changes of the system
/// clock. The store keeps one small entry for each name for its lifetime, because terms go on.
/// </remarks>
/// <param name="timeProvider">The time provider, or null for the system clock.</param>
public sealed class InMemoryLeaseStore(TimeProvider? timeProvider = null) : ILeaseStore
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, HeldLease> _leases = new(Utf8Order.Comparer);
    private readonly TimeProvider _timeProvider = timeProvider ?? TimeProvider.System;

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> or <paramref name="holder"/> is null.</exception>
    public ValueTask<Lease?> TryAcquireAsync(
        string name, string holder, TimeSpan duration, CancellationToken cancellationToken = default)
    {
        StoreArguments.Require(name, holder, duration);
        cancellationToken.ThrowIfCancellationRequested();

        lock (_gate)
        {
            return new(TryAcquire(name, holder, duration));
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="lease"/> is null.</exception>
    public ValueTask<bool> ReleaseAsync(Lease lease, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lease);
        cancellationToken.ThrowIfCancellationRequested();

        lock (_gate)
        {
            return new(_leases.TryGetValue(lease.Name, out var held) && held.TryRelease(lease, _timeProvider));
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="prefix"/> is null.</exception>
    public ValueTask<ValueList<Lease>> ListAsync(string prefix = "", CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        cancellationToken.ThrowIfCancellationRequested();

        lock (_gate)
        {
            return new(_leases.Values
                .Where(held => held.Lease.Name.StartsWith(prefix, StringComparison.Ordinal) && held.IsHeld(_timeProvider))
                .Select(static held => held.Lease)
                .ToValueList());
        }
    }

    private Lease? TryAcquire(string name, string holder, TimeSpan duration)
    {
        var former = _leases.GetValueOrDefault(name);
        var isHeld = former is not null && former.IsHeld(_timeProvider);
        var acquired = LeaseDecisions.Acquire(former?.Lease, isHeld, name, holder, duration, _timeProvider.GetUtcNow());
        if (acquired is not null)
        {
            _leases[name] = new HeldLease(acquired, duration, _timeProvider.GetTimestamp());
        }

        return acquired;
    }
}
