using System.Diagnostics.Metrics;
using ImageStreams.Diagnostics;

namespace ImageStreams.AspNetCore;

/// <summary>The counters of webhooks, in a meter with the name of the library's.</summary>
internal static class WebhookTelemetry
{
    private const string Sender = "imagestreams.webhook.sender";
    private const string Outcome = "imagestreams.webhook.outcome";

    private static readonly Meter Meter = new(
        ImageStreamsTelemetry.MeterName, typeof(WebhookTelemetry).Assembly.GetName().Version?.ToString());

    private static readonly Counter<long> Requests = Meter.CreateCounter<long>(
        "imagestreams.webhook.requests", "{request}", "Number of requests to webhooks.");

    private static readonly Counter<long> DueTags = Meter.CreateCounter<long>(
        "imagestreams.webhook.due_tags", "{tag}", "Number of tags that webhooks made due.");

    public static void CountRequest(string sender, WebhookOutcome outcome) =>
        Requests.Add(1, new(Sender, sender), new(Outcome, outcome.ToString()));

    public static void CountDueTags(string sender, int count) => DueTags.Add(count, new KeyValuePair<string, object?>(Sender, sender));
}
