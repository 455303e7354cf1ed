using ImageStreams.Collections;

namespace ImageStreams.Storage;

public abstract partial class RelationalImageStreamStore
{
    /// <inheritdoc/>
    public async ValueTask<Lease?> TryAcquireAsync(
        string name, string holder, TimeSpan duration, CancellationToken cancellationToken = default)
    {
        StoreArguments.Require(name, holder, duration);
        StoredText.Require(name, nameof(name));
        StoredText.Require(holder, nameof(holder));
        return await WriteAsync(
            name, (current, now) => LeaseDecisions.Acquire(current, IsHeld(current, now), name, holder, duration, now), cancellationToken)
            .ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<bool> ReleaseAsync(Lease lease, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lease);
        return StoredText.IsStorable(lease.Name) && await WriteAsync(
            lease.Name, (current, now) => Release(current, lease, now), cancellationToken)
            .ConfigureAwait(false) is not null;
    }

    /// <inheritdoc/>
    public async ValueTask<ValueList<Lease>> ListAsync(string prefix = "", CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        cancellationToken.ThrowIfCancellationRequested();
        var leases = await _database.ReadAsync(
            async connection =>
            {
                var now = await StoreClock.ReadAsync(_database.Dialect, connection, _timeProvider).ConfigureAwait(false);
                var query = new Statement(StoreSql.ListLeases, StoreClock.ToMicroseconds(now));
                return await connection.QueryAsync(query, LeaseWork.Read, cancellationToken).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
        return ValueList.Create<Lease>([.. leases.Where(lease => lease.Name.StartsWith(prefix, StringComparison.Ordinal))]);
    }

    private static bool IsHeld(Lease? current, DateTimeOffset now) => current is not null && current.Expires > now;

    // Null when the holder does not have it any more.
    private static Lease? Release(Lease? current, Lease released, DateTimeOffset now) =>
        IsHeld(current, now) && LeaseDecisions.IsSame(current!, released) ? current! with { Expires = now } : null;

    private async Task<Lease?> WriteAsync(
        string name, Func<Lease?, DateTimeOffset, Lease?> decide, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var work = new LeaseWork(name, decide, cancellationToken);
        _queue.Add(work);
        return await work.Answer.WaitAsync(cancellationToken).ConfigureAwait(false);
    }
}
