using ImageStreams.Clients;
using ImageStreams.Collections;
using ImageStreams.Storage;

namespace ImageStreams.Kubernetes;

/// <summary>Leases in a cluster, with which the pods of a deployment agree on who does what: <c>leases.coordination.k8s.io</c>.</summary>
/// <remarks>
/// <para>As with leader elections of Kubernetes, the clocks of the machines are not compared: a process takes a lease over when it has
/// seen no renewal for the lease's duration. A process that has just started waits that long for the leases of others that are gone.
/// Durations are kept in whole seconds, rounded up.</para>
/// <para>Needs the verbs <c>get</c>, <c>list</c>, <c>create</c> and <c>update</c> of leases in one namespace. A lease that was given up
/// stays as an object, so that its terms go on. With the verb <c>delete</c>, one that nobody has renewed for a day is deleted by whoever
/// lists the leases; its terms begin anew then. What others write into the objects stays. Instances are thread-safe.</para>
/// </remarks>
public sealed class KubernetesLeaseStore : ILeaseStore
{
    /// <summary>The default beginning of the names of the objects: <c>imagestreams</c>.</summary>
    public const string DefaultPrefix = "imagestreams";

    private const int MaxAttempts = 20;

    private readonly LeaseClient _client;
    private readonly LeaseObservations _observations;
    private readonly LeaseRemains _remains;
    private readonly TimeProvider _timeProvider;

    /// <summary>Creates a store.</summary>
    /// <param name="connection">The connection; it stays the caller's to dispose of.</param>
    /// <param name="ns">The namespace of the leases; null for that of the connection.</param>
    /// <param name="prefix">The beginning of the names of the objects: lowercase letters, digits and hyphens.</param>
    /// <param name="timeProvider">The clock; null for that of the system.</param>
    /// <exception cref="ArgumentNullException"><paramref name="connection"/> or <paramref name="prefix"/> is null.</exception>
    public KubernetesLeaseStore(
        ClusterConnection connection, string? ns = null, string prefix = DefaultPrefix, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(prefix);
        _client = new LeaseClient(connection.Sender, ns ?? connection.DefaultNamespace, prefix);
        _timeProvider = timeProvider ?? TimeProvider.System;
        _observations = new LeaseObservations(_timeProvider);
        _remains = new LeaseRemains(_client, _observations);
    }

    /// <inheritdoc/>
    /// <exception cref="ApiException">The cluster refuses the lease, or is not reached; the object is one of another program.</exception>
    public async ValueTask<Lease?> TryAcquireAsync(
        string name, string holder, TimeSpan duration, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentException.ThrowIfNullOrEmpty(holder);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(duration, TimeSpan.Zero);
        for (var attempt = 1; ; attempt++)
        {
            // The time before the request: the lease does not expire later than others think.
            var (now, asked) = (_timeProvider.GetUtcNow(), _timeProvider.GetTimestamp());
            var current = await _client.FindAsync(name, cancellationToken).ConfigureAwait(false);
            var isHeld = current is not null && IsHeld(current, asked);
            if (Decide(current, isHeld, name, holder, duration) is not { } next)
            {
                return null;
            }

            try
            {
                var written = await _client.WriteAsync(next with { Renewed = now }, cancellationToken).ConfigureAwait(false);
                _observations.GetRest(written, asked);
                return new Lease { Name = name, Holder = holder, Expires = LeaseObservations.Add(now, duration), Term = next.Transitions + 1 };
            }
            catch (ApiException e) when (IsLost(e) && attempt < MaxAttempts)
            {
                // Another holder was faster, or renewed it: decide again.
            }

            await ConflictWaits.WaitAsync(attempt, _client.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ApiException">The cluster refuses it, or is not reached.</exception>
    public async ValueTask<bool> ReleaseAsync(Lease lease, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lease);
        for (var attempt = 1; ; attempt++)
        {
            var (now, asked) = (_timeProvider.GetUtcNow(), _timeProvider.GetTimestamp());
            var current = await _client.FindAsync(lease.Name, cancellationToken).ConfigureAwait(false);
            if (current is null || !IsHeld(current, asked) || current.Holder != lease.Holder || current.Transitions + 1 != lease.Term)
            {
                return false;
            }

            try
            {
                await _client.WriteAsync(current with { Holder = "", DurationSeconds = 1, Renewed = now }, cancellationToken).ConfigureAwait(false);
                return true;
            }
            catch (ApiException e) when (IsLost(e) && attempt < MaxAttempts)
            {
                // It was renewed, or lost: look again.
            }

            await ConflictWaits.WaitAsync(attempt, _client.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ApiException">The cluster refuses it, or is not reached.</exception>
    public async ValueTask<ValueList<Lease>> ListAsync(string prefix = "", CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        var (now, asked) = (_timeProvider.GetUtcNow(), _timeProvider.GetTimestamp());
        var all = await _client.ListAsync(cancellationToken).ConfigureAwait(false);
        await _remains.DeleteAsync(all, asked, cancellationToken).ConfigureAwait(false);
        return all
            .Where(lease => lease.Name.StartsWith(prefix, StringComparison.Ordinal) && IsHeld(lease, asked))
            .OrderBy(static lease => new ObjectKey("", lease.Name), ObjectKey.ListOrder)
            .Select(lease => new Lease
            {
                Name = lease.Name,
                Holder = lease.Holder,
                Expires = LeaseObservations.Add(now, _observations.GetRest(lease, asked)),
                Term = lease.Transitions + 1,
            })
            .ToValueList();
    }

    private static bool IsLost(ApiException exception) => exception.Reason is ApiFailure.Conflict or ApiFailure.AlreadyExists;

    private bool IsHeld(ClusterLease lease, long asked) =>
        lease.Holder.Length > 0 && _observations.GetRest(lease, asked) > TimeSpan.Zero;

    /// <summary>Decides how the lease is to be written; null when another holder has it.</summary>
    private static ClusterLease? Decide(ClusterLease? current, bool isHeld, string name, string holder, TimeSpan duration)
    {
        if (isHeld && current!.Holder != holder)
        {
            return null;
        }

        return (current ?? new ClusterLease { Name = name, Transitions = -1 }) with
        {
            Holder = holder,
            DurationSeconds = (long)Math.Ceiling(duration.TotalSeconds),
            Transitions = (current?.Transitions ?? -1) + (isHeld ? 0 : 1),
        };
    }
}
