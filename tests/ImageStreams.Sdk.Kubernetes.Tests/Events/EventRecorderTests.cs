using System.Text.Json.Nodes;
using ImageStreams.Kubernetes;
using ImageStreams.Testing.Server;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>Events are written sparingly, and never in the way.</summary>
public sealed class EventRecorderTests : IAsyncLifetime
{
    private const string Events = "/apis/events.k8s.io/v1/namespaces/default/events";

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2024, 6, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly LogLines<EventRecorderTests> _log = new(LogLevel.Trace);
    private ConnectedCluster? _cluster;
    private ClusterJson? _json;

    public async Task InitializeAsync()
    {
        _cluster = await ConnectedCluster.StartAsync(new FakeClusterOptions { RunsImports = false, RunsTriggers = false, RunsRollouts = false });
        _json = new ClusterJson(_cluster.Cluster);
    }

    public async Task DisposeAsync()
    {
        _json!.Dispose();
        await _cluster!.DisposeAsync();
    }

    [Fact]
    public async Task Record_Repeated_IsOneEventThatCounts()
    {
        var recorder = Create();
        for (var i = 0; i < 6; i++)
        {
            await recorder.RecordAsync(Note("web"), default);
        }

        Assert.Equal(1, Writes);
        _time.Advance(KubernetesEventOptions.DefaultRepeatInterval);
        await recorder.RecordAsync(Note("web"), default);

        Assert.Equal(2, Writes);
        var written = Assert.Single(await ListAsync());
        Assert.Equal(7, (int?)written!["series"]!["count"]);
        Assert.Equal("2024-06-01T00:05:00.000000Z", (string?)written["series"]!["lastObservedTime"]);
        Assert.Equal("TriggerFired", (string?)written["reason"]);
        Assert.Equal("Normal", (string?)written["type"]);
        Assert.Equal("u1", (string?)written["regarding"]!["uid"]);
        Assert.Equal("imagestreams", (string?)written["reportingController"]);
    }

    [Fact]
    public async Task Record_EventIsGone_IsWrittenAnew()
    {
        var recorder = Create();
        await recorder.RecordAsync(Note("web"), default);
        await _json!.DeleteAsync($"{Events}/{(string?)(await ListAsync())[0]!["metadata"]!["name"]}");
        _time.Advance(TimeSpan.FromHours(1));

        await recorder.RecordAsync(Note("web"), default);

        Assert.Single(await ListAsync());
    }

    [Fact]
    public async Task Record_MoreThanTheLimits_DropsTheRest()
    {
        var recorder = Create(new KubernetesEventOptions { BurstPerObject = 3, MaxPerMinute = 5, MaxSeries = 4 });
        for (var i = 0; i < 20; i++)
        {
            await recorder.RecordAsync(Note("web", $"{i}"), default);
        }

        Assert.Equal(3, Writes);
        for (var i = 0; i < 20; i++)
        {
            await recorder.RecordAsync(Note($"other{i}"), default);
        }

        Assert.Equal(5, Writes);
        Assert.Equal(4, recorder.Count);
        _time.Advance(TimeSpan.FromSeconds(12));
        await recorder.RecordAsync(Note("late"), default);

        Assert.Equal(6, Writes);
    }

    [Fact]
    public async Task Record_NotAllowed_SaysSoOnceAndGoesOn()
    {
        var recorder = Create();
        using (_cluster!.Cluster.Faults.FailUntilDisposed(new ClusterFault.Refusal(403, "Forbidden", "events is forbidden", null)))
        {
            await recorder.RecordAsync(Note("one"), default);
            await recorder.RecordAsync(Note("two"), default);
        }

        await recorder.RecordAsync(Note("three"), default);

        Assert.Contains("events is forbidden", Assert.Single(_log.Lines), StringComparison.Ordinal);
        Assert.Single(await ListAsync());
    }

    [Fact]
    public void Text_TooLong_IsCutToWhatTheApiTakes()
    {
        var note = new EventNote(new EventObject("Deployment", "default", "web"), "TriggerFired", new string('é', 5000));

        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(note.Text), 900, 1024);
    }

    private int Writes => _cluster!.Cluster.Requests.Count(static request => request.IsWrite);

    private EventRecorder Create(KubernetesEventOptions? options = null) =>
        new(new EventClient(_cluster!.Connection.Sender, "imagestreams"), options ?? new KubernetesEventOptions(), _time, _log);

    private static EventNote Note(string name, string text = "The images were set.") =>
        new(new EventObject("Deployment", "default", name) { ApiVersion = "apps/v1", Uid = "u1" }, "TriggerFired", text);

    private async Task<JsonArray> ListAsync() => (await _json!.GetAsync(Events))["items"]!.AsArray();
}
