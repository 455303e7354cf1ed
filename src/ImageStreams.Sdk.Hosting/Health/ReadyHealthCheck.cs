using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ImageStreams.Hosting;

/// <summary>Healthy when the lists of streams and of objects with triggers are read.</summary>
internal sealed class ReadyHealthCheck(Readiness readiness) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        readiness.FindMissing() is { } missing
            ? new HealthCheckResult(context.Registration.FailureStatus, missing)
            : HealthCheckResult.Healthy("The lists are read."));
}
