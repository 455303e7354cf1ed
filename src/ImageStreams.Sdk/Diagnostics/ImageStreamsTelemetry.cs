using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ImageStreams.Diagnostics;

/// <summary>Under which names the library tells what it does, for OpenTelemetry and the like.</summary>
/// <remarks>
/// <para>Activities: <c>registry {method}</c> (client) for what is asked of a registry, retries included, with
/// <c>server.address</c>, <c>server.port</c>, <c>http.request.method</c>, <c>http.request.resend_count</c>,
/// <c>http.response.status_code</c> and <c>error.type</c>; <c>import</c> for a tag that is looked up, with
/// <c>imagestreams.stream</c>, <c>imagestreams.tag</c>, <c>imagestreams.pull_spec</c> and
/// <c>imagestreams.import.outcome</c>.</para>
/// <para>Instruments, times in seconds: <c>imagestreams.registry.request.duration</c>,
/// <c>imagestreams.registry.retries</c>, <c>imagestreams.import.duration</c>, <c>imagestreams.schedule.lag</c>. Their
/// attributes are few: registries, methods, outcomes and kinds of failure, and never a tag or an image.</para>
/// <para>Nothing told holds a credential.</para>
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
        "imagestreams.registry.request.duration", "s", "The time that a registry took to give something, retries included.");

    internal static Counter<long> Retries { get; } = Meter.CreateCounter<long>(
        "imagestreams.registry.retries", "{retry}", "The attempts after a first one.");

    internal static Histogram<double> ImportDuration { get; } = Meter.CreateHistogram<double>(
        "imagestreams.import.duration", "s", "The time that it took to look a tag up and to fetch what is news.");

    internal static Histogram<double> ScheduleLag { get; } = Meter.CreateHistogram<double>(
        "imagestreams.schedule.lag", "s", "How late the imports of a stream began.");
}
