using System.Collections.Concurrent;
using System.Threading.RateLimiting;

namespace ImageStreams.Registries;

/// <summary>Limits the concurrency and rate of requests to each registry; waiting requests take turns.</summary>
/// <remarks>
/// <para>Turns rotate over repositories and credential scopes: a repository with thousands of tags delays one with a
/// single tag by one request, not by thousands. Within a repository, requests are served in their order.</para>
/// <para>The framework's limiters have neither turns nor a <see cref="TimeProvider"/>, so this one has a queue and a
/// token bucket of its own; any of them can replace it (<see cref="RegistryClientOptions.CreateLimiter"/>). Safe for
/// concurrent use.</para>
/// </remarks>
public sealed class RegistryRateLimiter : PartitionedRateLimiter<RegistryRequest>
{
    private const int MaxHosts = 4096;
    private readonly ConcurrentDictionary<string, HostQueue> _hosts = new(StringComparer.Ordinal);
    private readonly Func<string, RegistryLimits> _limits;
    private readonly TimeProvider _timeProvider;

    /// <summary>Creates a limiter.</summary>
    /// <param name="limits">Returns the limits of a registry; called once for each.</param>
    /// <param name="timeProvider">The time provider of the budgets, or null for the system clock.</param>
    /// <exception cref="ArgumentNullException"><paramref name="limits"/> is null.</exception>
    public RegistryRateLimiter(Func<string, RegistryLimits> limits, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(limits);

        _limits = limits;
        _timeProvider = timeProvider ?? TimeProvider.System;
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

    /// <summary>Forgets idle hosts, because the names of registries may come from anywhere.</summary>
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
