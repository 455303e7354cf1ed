using ImageStreams.Collections;
using ImageStreams.Storage;

namespace ImageStreams.Tests.Hosting;

/// <summary>A store of leases that does not answer one holder any more, as when a process loses its network.</summary>
internal sealed class HangingLeases(ILeaseStore inner) : ILeaseStore
{
    private volatile string? _hanging;

    public void Hang(string holder) => _hanging = holder;

    public async ValueTask<Lease?> TryAcquireAsync(
        string name, string holder, TimeSpan duration, CancellationToken cancellationToken = default)
    {
        if (holder == _hanging)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        return await inner.TryAcquireAsync(name, holder, duration, cancellationToken);
    }

    public ValueTask<bool> ReleaseAsync(Lease lease, CancellationToken cancellationToken = default) =>
        lease.Holder == _hanging ? ValueTask.FromResult(false) : inner.ReleaseAsync(lease, cancellationToken);

    public ValueTask<ValueList<Lease>> ListAsync(string prefix = "", CancellationToken cancellationToken = default) =>
        inner.ListAsync(prefix, cancellationToken);
}
