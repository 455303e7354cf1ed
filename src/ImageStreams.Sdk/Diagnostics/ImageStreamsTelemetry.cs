using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ImageStreams.Diagnostics;

/// <summary>The names of the library's telemetry, for OpenTelemetry and other listeners.</summary>
/// <remarks>
/// <para>Activities: <c>registry {method}</c> (client) for a request to a registry, including retries, with
/// <c>server.address</c>, <c>server.port</c>, <c>http.request.method</c>, <c>http.request.resend_count</c>,
/// <c>http.response.status_code</c> and <c>error.type</c>; <c>import</c> for the import of a tag, with
/// <c>imagestreams.stream</c>, <c>imagestreams.tag</c>, <c>imagestreams.pull_spec</c> and
/// <c>imagestreams.import.outcome</c>; <c>trigger</c> for the reaction to one object with triggers, with
/// <c>imagestreams.object.kind</c>, <c>imagestreams.object.namespace</c>, <c>imagestreams.object.name</c>,
/// <c>imagestreams.trigger.outcome</c> and <c>error.type</c>.</para>
/// <para>Instruments, times in seconds: <c>imagestreams.registry.request.duration</c>,
/// <c>imagestreams.registry.retries</c>, <c>imagestreams.import.duration</c>, <c>imagestreams.schedule.lag</c>,
/// <c>imagestreams.trigger.reaction.duration</c>, <c>imagestreams.trigger.builds</c>,
/// <c>imagestreams.trigger.rollouts</c>, <c>imagestreams.trigger.held</c>. Their attributes have few values: registries,
/// methods, kinds, outcomes and reasons of failures, and never a tag or an image. Histograms advise buckets from 5
/// milliseconds to 5 minutes, and the lag up to an hour.</para>
/// <para>The source and the meter have the version of the package.</para>
/// <para>Telemetry never contains a credential.</para>
/// </remarks>
public static class ImageStreamsTelemetry
{
    /// <summary>The name of the activity source.</summary>
    public const string ActivitySourceName = "ImageStreams";

    /// <summary>The name of the meter.</summary>
    public const string MeterName = "ImageStreams";

    internal static ActivitySource Activities { get; } = new(ActivitySourceName, LibraryVersion.Text);

    internal static Meter Meter { get; } = new(MeterName, LibraryVersion.Text);

    internal static Histogram<double> RequestDuration { get; } = CreateSeconds(
        "imagestreams.registry.request.duration", "Duration of requests to registries, including retries.");

    internal static Counter<long> Retries { get; } = Meter.CreateCounter<long>(
        "imagestreams.registry.retries", "{retry}", "Number of attempts after the first one.");

    internal static Histogram<double> ImportDuration { get; } = CreateSeconds(
        "imagestreams.import.duration", "Duration of the import of a tag, including the content that is fetched.");

    internal static Histogram<double> ScheduleLag { get; } = Meter.CreateHistogram(
        "imagestreams.schedule.lag", "s", "Delay of scheduled imports behind their due time.", tags: null, TelemetryBuckets.Delays);

    internal static Histogram<double> ReactionDuration { get; } = CreateSeconds(
        "imagestreams.trigger.reaction.duration", "Duration of reactions to triggers, including the call of the target.");

    internal static Counter<long> StartedBuilds { get; } = Meter.CreateCounter<long>(
        "imagestreams.trigger.builds", "{build}", "Number of builds that triggers started.");

    internal static Counter<long> Rollouts { get; } = Meter.CreateCounter<long>(
        "imagestreams.trigger.rollouts", "{rollout}", "Number of workloads that triggers gave new images.");

    internal static Counter<long> HeldReactions { get; } = Meter.CreateCounter<long>(
        "imagestreams.trigger.held", "{reaction}", "Number of reactions that the fuse suppressed.");

    private static Histogram<double> CreateSeconds(string name, string description) =>
        Meter.CreateHistogram(name, "s", description, tags: null, TelemetryBuckets.Seconds);
}
