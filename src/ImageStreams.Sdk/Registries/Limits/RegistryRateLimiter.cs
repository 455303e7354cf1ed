using System.Collections.Concurrent;
using System.Threading.RateLimiting;

namespace ImageStreams.Registries;

/// <summary>Limits what each registry is asked at once and in a time; those who wait take turns.</summary>
/// <remarks>
/// <para>Turns go round by repository and credential scope: a repository with thousands of tags delays one with a single
/// tag by one request, not by thousands. Within a repository the order is that of asking.</para>
/// <para>The framework's limiters know neither turns nor a <see cref="TimeProvider"/>, so this one has a queue and a
/// token bucket of its own; it stands in their place, and they in its (<see cref="RegistryClientOptions.CreateLimiter"/>).
/// Safe for concurrent use.</para>
/// </remarks>
public sealed class RegistryRateLimiter : PartitionedRateLimiter<RegistryRequest>
{
    private const int MaxHosts = 4096;
    private readonly ConcurrentDictionary<string, HostQueue> _hosts = new(StringComparer.Ordinal);
    private readonly Func<string, RegistryLimits> _limits;
    private readonly TimeProvider _timeProvider;

    /// <summary>Creates a limiter.</summary>
    /// <param name="limits">The limits of a registry, asked for once for each.</param>
    /// <param name="timeProvider">The clock of budgets; the system's when <see langword="null"/>.</param>
    public RegistryRateLimiter(Func<string, RegistryLimits> limits, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(limits);

        (_limits, _timeProvider) = (limits, timeProvider ?? TimeProvider.System);
    }

    /// <inheritdoc/>
    public override RateLimiterStatistics GetStatistics(RegistryRequest resource) => GetQueue(resource).GetStatistics();

    /// <inheritdoc/>
    protected override RateLimitLease AttemptAcquireCore(RegistryRequest resource, int permitCount)
    {
        RequireOne(permitCount);
        return GetQueue(resource).TryAcquire();
    }

    /// <inheritdoc/>
    protected override ValueTask<RateLimitLease> AcquireAsyncCore(
        RegistryRequest resource, int permitCount, CancellationToken cancellationToken)
    {
        RequireOne(permitCount);
        return GetQueue(resource).AcquireAsync($"{resource.CredentialScope}\n{resource.Repository}", cancellationToken);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        foreach (var queue in _hosts.Values)
        {
            queue.Dispose();
        }

        base.Dispose(disposing);
    }

    private static void RequireOne(int permitCount) => ArgumentOutOfRangeException.ThrowIfNotEqual(permitCount, 1);

    private HostQueue GetQueue(RegistryRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);

        if (_hosts.TryGetValue(request.Registry, out var known))
        {
            return known;
        }

        ForgetIdle();
        return _hosts.GetOrAdd(
            request.Registry,
            static (host, limiter) => new HostQueue(limiter._limits(host), limiter._timeProvider),
            this);
    }

    /// <summary>Names of registries may come from anybody; those that nobody asks now need no memory.</summary>
    private void ForgetIdle()
    {
        if (_hosts.Count < MaxHosts)
        {
            return;
        }

        foreach (var (host, queue) in _hosts.Where(static host => host.Value.IsIdle))
        {
            _hosts.TryRemove(new(host, queue));
        }
    }
}
