using System.Collections.Concurrent;
using System.Diagnostics;
using ImageStreams.Builds;
using ImageStreams.Controllers;
using ImageStreams.Diagnostics;
using ImageStreams.Workloads;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using static ImageStreams.Tests.Builders.BuildConfigBuilder;
using static ImageStreams.Tests.Builders.StreamBuilder;
using static ImageStreams.Tests.Builders.WorkloadBuilder;

namespace ImageStreams.Tests.Controllers;

/// <summary>Reactions of triggers are told as imports are: logs, activities and metrics.</summary>
public sealed class TriggerTelemetryTests : IDisposable
{
    private readonly string _namespace = $"told-{Guid.NewGuid():n}";
    private readonly FakeTimeProvider _timeProvider = new();
    private readonly Lines _lines = new();
    private readonly Target _target = new();
    private readonly ConcurrentQueue<Activity> _activities = [];
    private readonly ActivityListener _listener;

    public TriggerTelemetryTests()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == ImageStreamsTelemetry.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                if (Equals(activity.GetTagItem("imagestreams.object.namespace"), _namespace))
                {
                    _activities.Enqueue(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public void Dispose() => _listener.Dispose();

    [Theory]
    [InlineData("build", 201, LogLevel.Information, "BuildStarted", null)]
    [InlineData("rollout", 202, LogLevel.Information, "Updated", null)]
    [InlineData("paused", 203, LogLevel.Debug, "Skipped", null)]
    [InlineData("invalid", 204, LogLevel.Warning, "Failed", "InvalidAnnotation")]
    [InlineData("refused", 205, LogLevel.Warning, "Postponed", "Refused")]
    [InlineData("conflict", 205, LogLevel.Warning, "Postponed", null)]
    [InlineData("held", 206, LogLevel.Warning, "Held", null)]
    [InlineData("waiting", 207, LogLevel.Debug, "Waiting", null)]
    [InlineData("broken", 208, LogLevel.Warning, "TargetFailed", "IOException")]
    public async Task EachReaction_HasALineAndAnActivity(string story, int id, LogLevel level, string outcome, string? error)
    {
        await RunAsync(story);

        var (lastId, lastLevel, text) = _lines.Written[^1];
        Assert.Equal((id, level), (lastId, lastLevel));
        Assert.Contains($"{_namespace}/", text, StringComparison.Ordinal);
        var activity = _activities.Last();
        Assert.Equal(("trigger", outcome), (activity.OperationName, activity.GetTagItem("imagestreams.trigger.outcome")));
        Assert.Equal(error is null ? ActivityStatusCode.Unset : ActivityStatusCode.Error, activity.Status);
        if (error != "InvalidAnnotation")
        {
            Assert.Equal(error, activity.GetTagItem("error.type"));
        }
    }

    [Fact]
    public async Task WorkOfTheTarget_IsUnderTheActivity()
    {
        await RunAsync("build");
        Assert.Equal(Assert.Single(_activities).SpanId, _target.Parent);
    }

    [Fact]
    public async Task Collector_HasOneTriggerEndToEnd()
    {
        var spans = new List<Activity>();
        var metrics = new List<Metric>();
        using var tracing = Sdk.CreateTracerProviderBuilder()
            .AddSource(ImageStreamsTelemetry.ActivitySourceName)
            .AddInMemoryExporter(spans)
            .Build();
        using var metering = Sdk.CreateMeterProviderBuilder()
            .AddMeter(ImageStreamsTelemetry.MeterName)
            .AddInMemoryExporter(metrics)
            .Build();

        await RunAsync("build");
        await RunAsync("rollout");
        await RunAsync("held");
        tracing.ForceFlush();
        metering.ForceFlush();

        var kinds = spans.Where(span => Equals(span.GetTagItem("imagestreams.object.namespace"), _namespace))
            .Select(span => (string)span.GetTagItem("imagestreams.object.kind")!).ToList();
        Assert.Contains("BuildConfig", kinds);
        Assert.Contains("Deployment", kinds);
        Assert.All(
            new[] { "imagestreams.trigger.builds", "imagestreams.trigger.rollouts", "imagestreams.trigger.held" },
            name => Assert.True(Sum(metrics, name) > 0, name));
        var duration = metrics.Last(metric => metric.Name == "imagestreams.trigger.reaction.duration");
        Assert.Equal(("s", ImageStreamsTelemetry.Meter.Version), (duration.Unit, duration.MeterVersion));
        Assert.Contains(0.005, GetBounds(duration));
        Assert.Contains(300, GetBounds(duration));
        Assert.All(spans, span => Assert.Equal(ImageStreamsTelemetry.Activities.Version, span.Source.Version));
    }

    private static long Sum(List<Metric> metrics, string name)
    {
        var sum = 0L;
        foreach (ref readonly var point in metrics.Last(metric => metric.Name == name).GetMetricPoints())
        {
            sum += point.GetSumLong();
        }

        return sum;
    }

    private static List<double> GetBounds(Metric histogram)
    {
        var bounds = new List<double>();
        foreach (ref readonly var point in histogram.GetMetricPoints())
        {
            foreach (var bucket in point.GetHistogramBuckets())
            {
                bounds.Add(bucket.ExplicitBound);
            }
        }

        return bounds;
    }

    private async Task RunAsync(string story)
    {
        _target.Result = story switch
        {
            "refused" => new TriggerTargetResult.Refused { Message = "quota" },
            "conflict" => TriggerTargetResult.Conflict.Instance,
            "broken" => null,
            _ => TriggerTargetResult.Accepted.Instance,
        };
        var controller = new TriggerController(_target, GetOptions(story), _timeProvider, _lines);
        controller.Observe(Ruby('1', "1"));
        Observe(controller, story);
        try
        {
            while (await controller.ReactAsync() is not null)
            {
            }
        }
        catch (IOException)
        {
            Assert.Equal("broken", story);
        }

        if (story == "held")
        {
            controller.Observe(Ruby('2', "2"));
            Assert.IsType<TriggerReaction.Held>(await controller.ReactAsync());
        }
    }

    private static TriggerControllerOptions GetOptions(string story) => new()
    {
        Fuse = story == "held" ? new TriggerFuseOptions { MaxFirings = 1 } : null,
        MaxRunningBuilds = story == "waiting" ? 1 : null,
    };

    private void Observe(TriggerController controller, string story)
    {
        if (story is "rollout" or "paused")
        {
            controller.Observe(AWorkload().In(_namespace).Runs("old").TriggeredBy("ruby:a", paused: story == "paused").Build());
            return;
        }

        if (story == "invalid")
        {
            controller.Observe(AWorkload().In(_namespace).Runs("old").Annotated("image.openshift.io/triggers", "[{").Build());
            return;
        }

        controller.Observe(ABuildConfig("one", _namespace).TriggeredBy(ATag("ruby:a")).Build());
        if (story == "waiting")
        {
            controller.Observe(ABuildConfig("two", _namespace).TriggeredBy(ATag("ruby:a")).Build());
        }
    }

    private ImageStream Ruby(char image, string version)
    {
        var stream = AnImageStream().Tag("a").PointsTo(image).Build();
        return stream with { Metadata = stream.Metadata with { Namespace = _namespace, ResourceVersion = version } };
    }

    private sealed class Target : ITriggerTarget
    {
        public TriggerTargetResult? Result { get; set; }

        public ActivitySpanId? Parent { get; private set; }

        public ValueTask<TriggerTargetResult> StartBuildAsync(
            BuildConfig buildConfig, BuildRequest request, CancellationToken cancellationToken) => ReturnAsync();

        public ValueTask<TriggerTargetResult> UpdateAsync(Workload current, Workload updated, CancellationToken cancellationToken) =>
            ReturnAsync();

        public ValueTask<TriggerTargetResult> UpdateAsync(
            DeploymentConfig current, DeploymentConfig updated, CancellationToken cancellationToken) => ReturnAsync();

        private ValueTask<TriggerTargetResult> ReturnAsync()
        {
            Parent = Activity.Current?.SpanId;
            return Result is { } result ? ValueTask.FromResult(result) : throw new IOException("The connection broke.");
        }
    }

    private sealed class Lines : ILogger<TriggerController>
    {
        public List<(int Id, LogLevel Level, string Text)> Written { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Written.Add((eventId.Id, logLevel, formatter(state, exception)));
    }
}
