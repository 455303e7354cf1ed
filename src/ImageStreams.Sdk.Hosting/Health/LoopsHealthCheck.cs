using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace ImageStreams.Hosting;

/// <summary>Unhealthy when a loop has died, or when the store is unavailable for long; degraded while it is unavailable.</summary>
internal sealed class LoopsHealthCheck(
    ControllerLoops loops, StoreOutages store, TimeProvider timeProvider, IOptions<ImageStreamHealthOptions> options) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(Check());

    private HealthCheckResult Check()
    {
        var all = loops.All;
        var data = all.ToDictionary(static loop => loop.Name, static object (loop) => loop.ToString(), StringComparer.Ordinal);
        if (all.FirstOrDefault(static loop => loop.IsDead) is { } dead)
        {
            return HealthCheckResult.Unhealthy($"The loop '{dead.Name}' died: {dead.LastError}", data: data);
        }

        var now = timeProvider.GetUtcNow();
        return store.Find(now) is { } outage
            ? CheckOutage(outage, now, data)
            : HealthCheckResult.Healthy(string.Create(CultureInfo.InvariantCulture, $"{all.Count} loops run."), data);
    }

    private HealthCheckResult CheckOutage(StoreOutage outage, DateTimeOffset now, Dictionary<string, object> data)
    {
        data["store"] = outage.Message;
        var description = $"The store is unavailable since {outage.Since:u}: {outage.Message}";
        return outage.GetDuration(now) >= options.Value.StoreOutageLimit
            ? HealthCheckResult.Unhealthy(description, data: data)
            : HealthCheckResult.Degraded(description, data: data);
    }
}
