using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace ImageStreams.Hosting;

/// <summary>Degraded when too few scheduled tags were checked in time.</summary>
internal sealed class ImportsHealthCheck(ImportOverviewSource? overviews, IOptions<ImageStreamHealthOptions> options) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        overviews is null ? HealthCheckResult.Healthy("No imports run in this host.") : Check(overviews.Get()));

    private HealthCheckResult Check(ImportOverview overview)
    {
        var description = string.Create(
            CultureInfo.InvariantCulture,
            $"{overview.Scheduled - overview.Late} of {overview.Scheduled} scheduled tags were checked in time.");
        return overview.OnTimeShare >= options.Value.OnTimeShare
            ? HealthCheckResult.Healthy(description, Describe(overview))
            : HealthCheckResult.Degraded(description, data: Describe(overview));
    }

    private Dictionary<string, object> Describe(ImportOverview overview) => new(StringComparer.Ordinal)
    {
        ["streams"] = overview.Streams,
        ["scheduled"] = overview.Scheduled,
        ["late"] = overview.Late,
        ["overdue"] = overview.Overdue,
        ["failing"] = overview.Failing,
        ["paused"] = overview.Paused,
        ["onTimeShare"] = overview.OnTimeShare,
        ["objective"] = options.Value.OnTimeShare,
        ["worst"] = overview.Worst.Select(static tag => tag.ToString()).ToArray(),
    };
}
