using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ImageStreams.Diagnostics;

/// <summary>The names of the library's telemetry, for OpenTelemetry and other listeners.</summary>
/// <remarks>
/// <para>Activities: <c>registry {method}</c> (client) for a request to a registry, including retries, with
/// <c>server.address</c>, <c>server.port</c>, <c>http.request.method</c>, <c>http.request.resend_count</c>,
/// <c>http.response.status_code</c> and <c>error.type</c>; <c>import</c> for the import of a tag, with
/// <c>imagestreams.stream</c>, <c>imagestreams.tag</c>, <c>imagestreams.pull_spec</c> and
/// <c>imagestreams.import.outcome</c>.</para>
/// <para>Instruments, times in seconds: <c>imagestreams.registry.request.duration</c>,
/// <c>imagestreams.registry.retries</c>, <c>imagestreams.import.duration</c>, <c>imagestreams.schedule.lag</c>. Their
/// attributes have few values: registries, methods, outcomes and reasons of failures, and never a tag or an image.</para>
/// <para>Telemetry never contains a credential.</para>
/// </remarks>
public static class ImageStreamsTelemetry
{
    /// <summary>The name of the activity source.</summary>
    public const string ActivitySourceName = "ImageStreams";

    /// <summary>The name of the meter.</summary>
    public const string MeterName = "ImageStreams";

    internal static ActivitySource Activities { get; } = new(ActivitySourceName);

    internal static Meter Meter { get; } = new(MeterName);

    internal static Histogram<double> RequestDuration { get; } = Meter.CreateHistogram<double>(
        "imagestreams.registry.request.duration", "s", "Duration of requests to registries, including retries.");

    internal static Counter<long> Retries { get; } = Meter.CreateCounter<long>(
        "imagestreams.registry.retries", "{retry}", "Number of attempts after the first one.");

    internal static Histogram<double> ImportDuration { get; } = Meter.CreateHistogram<double>(
        "imagestreams.import.duration", "s", "Duration of the import of a tag, including the content that is fetched.");

    internal static Histogram<double> ScheduleLag { get; } = Meter.CreateHistogram<double>(
        "imagestreams.schedule.lag", "s", "Delay of scheduled imports behind their due time.");
}
