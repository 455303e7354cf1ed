using ImageStreams.Hosting;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the health checks of hosted controllers.</summary>
public static class ImageStreamHealthChecksBuilderExtensions
{
    /// <summary>Adds the health checks of the controllers that <c>AddImportController</c> and <c>AddTriggerController</c> run in
    /// the host.</summary>
    /// <remarks>
    /// <see cref="ImageStreamHealthChecks.Ready"/>, with the tag <see cref="ImageStreamHealthChecks.ReadyTag"/>, is unhealthy until
    /// the lists are read. <see cref="ImageStreamHealthChecks.Imports"/> is degraded when tags are later than the objective allows;
    /// its data names the latest ones with their root cause. <see cref="ImageStreamHealthChecks.Loops"/>, with the tag
    /// <see cref="ImageStreamHealthChecks.LiveTag"/>, is unhealthy when a loop has died or the store is unavailable for long. Call
    /// it once.
    /// </remarks>
    /// <param name="builder">The builder that <c>AddHealthChecks</c> returned.</param>
    /// <param name="configure">Sets options; null for the defaults, or those of the configuration.</param>
    /// <returns><paramref name="builder"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static IHealthChecksBuilder AddImageStreamHealthChecks(
        this IHealthChecksBuilder builder, Action<ImageStreamHealthOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);

        HostedControllers.Add(builder.Services);
        if (configure is not null)
        {
            builder.Services.Configure(configure);
        }

        return builder
            .Add(Create<ReadyHealthCheck>(ImageStreamHealthChecks.Ready, ImageStreamHealthChecks.ReadyTag))
            .Add(Create<ImportsHealthCheck>(ImageStreamHealthChecks.Imports))
            .Add(Create<LoopsHealthCheck>(ImageStreamHealthChecks.Loops, ImageStreamHealthChecks.LiveTag));
    }

    private static HealthCheckRegistration Create<TCheck>(string name, params string[] tags)
        where TCheck : class, IHealthCheck => new(
        name, static provider => provider.GetRequiredService<TCheck>(), HealthStatus.Unhealthy, tags);
}
