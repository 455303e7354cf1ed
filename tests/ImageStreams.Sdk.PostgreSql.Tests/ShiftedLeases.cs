using ImageStreams.Collections;
using ImageStreams.Storage;

namespace ImageStreams.Tests.PostgreSql;

/// <summary>Leases as the clock would show them that a test seems to have moved, while it moved their ends instead.</summary>
internal sealed class ShiftedLeases(ILeaseStore leases) : ILeaseStore
{
    /// <summary>The time that seems to have passed.</summary>
    public TimeSpan Passed { get; set; }

    public async ValueTask<Lease?> TryAcquireAsync(
        string name, string holder, TimeSpan duration, CancellationToken cancellationToken = default) =>
        await leases.TryAcquireAsync(name, holder, duration, cancellationToken) is { } lease ? Shift(lease) : null;

    public ValueTask<bool> ReleaseAsync(Lease lease, CancellationToken cancellationToken = default) =>
        leases.ReleaseAsync(lease with { Expires = lease.Expires - Passed }, cancellationToken);

    public async ValueTask<ValueList<Lease>> ListAsync(string prefix = "", CancellationToken cancellationToken = default) =>
        (await leases.ListAsync(prefix, cancellationToken)).Select(Shift).ToValueList();

    private Lease Shift(Lease lease) => lease with { Expires = lease.Expires + Passed };
}
