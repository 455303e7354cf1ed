using ImageStreams.Collections;

namespace ImageStreams.Storage;

/// <summary>A store of leases, with which several processes agree on who does what.</summary>
/// <remarks>
/// A lease belongs to one holder until it expires by the store's own clock, which all processes share. A holder that does not
/// renew in time must stop the work of the lease before it expires. All members are thread-safe.
/// </remarks>
public interface ILeaseStore
{
    /// <summary>Acquires a lease that is free or has expired, or renews one that the holder has.</summary>
    /// <param name="name">The name of the lease, such as <c>shard/7</c>; not empty.</param>
    /// <param name="holder">The name of the holder, unique among the processes; not empty.</param>
    /// <param name="duration">The time until the lease expires; more than zero.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The lease; null when another holder has it.</returns>
    /// <exception cref="ArgumentException">A name is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The duration is not positive.</exception>
    ValueTask<Lease?> TryAcquireAsync(
        string name, string holder, TimeSpan duration, CancellationToken cancellationToken = default);

    /// <summary>Gives a lease up before it expires.</summary>
    /// <param name="lease">The lease.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>False when the holder no longer had it, or had acquired it anew since.</returns>
    ValueTask<bool> ReleaseAsync(Lease lease, CancellationToken cancellationToken = default);

    /// <summary>Lists the leases that have not expired, ordered by the UTF-8 bytes of their names.</summary>
    /// <param name="prefix">The beginning of the names; empty for all.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    ValueTask<ValueList<Lease>> ListAsync(string prefix = "", CancellationToken cancellationToken = default);
}
