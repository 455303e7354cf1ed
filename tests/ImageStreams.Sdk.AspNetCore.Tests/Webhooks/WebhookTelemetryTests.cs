using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using ImageStreams.Diagnostics;
using ImageStreams.Importing;
using ImageStreams.Tests.Importing;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>The counters of webhooks, by sender and outcome.</summary>
public sealed class WebhookTelemetryTests : IDisposable
{
    private const string Sender = "telemetry-tests";
    private readonly MeterListener _listener = new();
    private readonly ConcurrentQueue<string> _counted = new();

    public WebhookTelemetryTests()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == ImageStreamsTelemetry.MeterName && instrument.Name.StartsWith("imagestreams.webhook.", StringComparison.Ordinal))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            var texts = tags.ToArray().Select(tag => $"{tag.Value}").ToList();
            if (texts.Contains(Sender))
            {
                _counted.Enqueue($"{instrument.Name} {value} {string.Join(' ', texts)}");
            }
        });
        _listener.Start();
    }

    [Fact]
    public async Task Post_EachOutcome_IsCountedBySender()
    {
        await using var server = await WebhookServer.StartAsync(options => options.Add(Sender, NotificationFormat.GitLab, WebhookServer.Secret));
        var path = $"/hooks/{Sender}";
        await server.PostAsync(path, CloudNotifications.GitLab);
        await server.PostAsync(path, "?", ("Authorization", WebhookServer.Secret));
        await server.PostAsync(path, CloudNotifications.GitLab, ("Authorization", WebhookServer.Secret));
        await server.PostAsync(path, CloudNotifications.GitLab, ("Authorization", WebhookServer.Secret));
        await server.Log.WaitForAsync("tags are due");

        string[] outcomes = ["Unauthorized", "Invalid", "Accepted", "Duplicate"];
        Assert.Equal(
            outcomes.Select(outcome => $"imagestreams.webhook.requests 1 {Sender} {outcome}"),
            _counted.Where(line => line.StartsWith("imagestreams.webhook.requests", StringComparison.Ordinal)));
    }

    public void Dispose() => _listener.Dispose();
}
