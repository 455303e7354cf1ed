using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using ImageStreams.Diagnostics;
using ImageStreams.Importing;
using ImageStreams.Registries;
using ImageStreams.Testing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Diagnostics;

/// <summary>The activities, metrics and log messages of the library.</summary>
public sealed class TelemetryTests : IDisposable
{
    private const string Host = "telemetry.example";
    private readonly InMemoryRegistry _registry = new();
    private readonly ConcurrentQueue<Activity> _activities = [];
    private readonly ConcurrentQueue<string> _measured = [];
    private readonly ActivityListener _listener;
    private readonly MeterListener _meters = new();

    public TelemetryTests()
    {
        _registry.Push("app/web:1", SyntheticImage.Create("told"));
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == ImageStreamsTelemetry.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                if (activity.TagObjects.Any(tag => Equals(tag.Value, Host) || (tag.Value as string)?.StartsWith(Host, StringComparison.Ordinal) == true))
                {
                    _activities.Enqueue(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(_listener);
        _meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == ImageStreamsTelemetry.MeterName)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Note(instrument, tags));
        _meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Note(instrument, tags));
        _meters.Start();
    }

    public void Dispose()
    {
        _listener.Dispose();
        _meters.Dispose();
        _registry.Dispose();
    }

    [Fact]
    public async Task Import_Succeeds_IsAnActivityWithItsRequestsUnderIt()
    {
        await ImportAsync($"{Host}/app/web:1");

        var import = Assert.Single(_activities, activity => activity.OperationName == "import");
        var requests = _activities.Where(activity => activity.ParentSpanId == import.SpanId).ToList();
        Assert.Equal(["registry HEAD", "registry GET", "registry GET"], requests.Select(activity => activity.OperationName));
        Assert.Equal("Imported", import.GetTagItem("imagestreams.import.outcome"));
        Assert.All(requests, request => Assert.Equal(ActivityKind.Client, request.Kind));
    }

    [Fact]
    public async Task Import_Fails_ReportsTheKindOfError()
    {
        await ImportAsync($"{Host}/app/web:none");

        var import = Assert.Single(_activities, activity => activity.OperationName == "import");
        Assert.Equal((ActivityStatusCode.Error, "ManifestNotFound"), (import.Status, import.GetTagItem("error.type")));
        Assert.Contains($"imagestreams.registry.request.duration server.address={Host} http.request.method=HEAD error.type=ManifestNotFound", _measured);
    }

    [Fact]
    public async Task Request_SentAgain_CountsARetry()
    {
        _registry.FailNext(new RegistryFault.NetworkFailure());

        await ImportAsync($"{Host}/app/web:1");

        Assert.Contains($"imagestreams.registry.retries server.address={Host}", _measured);
        var head = Assert.Single(_activities, activity => activity.OperationName == "registry HEAD");
        Assert.Equal(1, head.GetTagItem("http.request.resend_count"));
    }

    [Fact]
    public async Task Import_Logged_ReportsTheNewImage()
    {
        var logger = new Lines();

        await ImportAsync($"{Host}/app/web:1", logger);
        await ImportAsync($"{Host}/app/web:none", logger);

        Assert.StartsWith($"Information: shop/ruby:a: {Host}/app/web:1 is sha256:", logger.Written[0], StringComparison.Ordinal);
        Assert.StartsWith($"Warning: shop/ruby:a: {Host}/app/web:none could not be imported: NotFound", logger.Written[1], StringComparison.Ordinal);
    }

    private async Task ImportAsync(string pullSpec, ILogger<ImageImporter>? logger = null)
    {
        using var client = _registry.CreateClient(new RegistryClientOptions { RetryDelay = TimeSpan.Zero });
        await new ImageImporter(client, logger: logger ?? NullLogger<ImageImporter>.Instance)
            .ImportTagsAsync(AnImageStream().Tag("a").FollowsImage(pullSpec).Build());
    }

    private void Note(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var line = instrument.Name;
        foreach (var (name, value) in tags)
        {
            line += $" {name}={value}";
        }

        _measured.Enqueue(line);
    }

    private sealed class Lines : ILogger<ImageImporter>
    {
        public List<string> Written { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Written.Add($"{logLevel}: {formatter(state, exception)}");
    }
}
