using System.Diagnostics;
using ImageStreams.Diagnostics;
using ImageStreams.Importing;
using ImageStreams.Registries;
using ImageStreams.Testing;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Importing;

/// <summary>One import as a collector of OpenTelemetry gets it.</summary>
public sealed class ImportTelemetryTests : IDisposable
{
    private const string Host = "collected.example";
    private static readonly ActivitySource Caller = new("ImageStreams.Tests.Caller");
    private readonly InMemoryRegistry _registry = new();

    public void Dispose() => _registry.Dispose();

    [Fact]
    public async Task OneImport_IsCollectedEndToEnd()
    {
        List<Activity> spans = [];
        List<Metric> metrics = [];
        _registry.Push("app/web:1", SyntheticImage.Create("collected"));
        using var traces = Sdk.CreateTracerProviderBuilder()
            .AddSource(ImageStreamsTelemetry.ActivitySourceName, Caller.Name).AddInMemoryExporter(spans).Build();
        using var meters = Sdk.CreateMeterProviderBuilder()
            .AddMeter(ImageStreamsTelemetry.MeterName).AddInMemoryExporter(metrics).Build();

        ActivityTraceId trace;
        using (var caller = Caller.StartActivity("caller")!)
        {
            trace = caller.TraceId;
            await ImportAsync($"{Host}/app/web:1");
            await ImportAsync($"{Host}/app/web:none");
        }

        traces.ForceFlush();
        meters.ForceFlush();

        var version = ImageStreamsTelemetry.Activities.Version;
        var mine = spans.Where(span => span.TraceId == trace && span.Source.Name == ImageStreamsTelemetry.ActivitySourceName).ToList();
        Assert.Equal(
            ["registry HEAD", "registry GET", "registry GET", "import", "registry HEAD", "registry GET", "import"],
            mine.Select(span => span.DisplayName));
        Assert.All(mine, span => Assert.Equal(version, span.Source.Version));
        Assert.Equal((ActivityStatusCode.Unset, "Imported"), (mine[3].Status, mine[3].GetTagItem("imagestreams.import.outcome")));
        Assert.Equal((ActivityStatusCode.Error, "ManifestNotFound"), (mine[6].Status, mine[6].GetTagItem("error.type")));
        Assert.Contains($"{Host}/app/web", mine[6].StatusDescription, StringComparison.Ordinal);
        var requests = metrics.Single(metric => metric.Name == "imagestreams.registry.request.duration");
        Assert.Equal(("s", version), (requests.Unit, requests.MeterVersion));
        Assert.Equal((5L, 18), Count(requests, Host));
        Assert.Contains(metrics, metric => metric.Name == "imagestreams.import.duration");
    }

    /// <summary>Counts the measurements of a host, and the bounds of their buckets.</summary>
    private static (long Count, int Bounds) Count(Metric metric, string host)
    {
        var (count, bounds) = (0L, 0);
        foreach (ref readonly var point in metric.GetMetricPoints())
        {
            if (!HasTag(point, "server.address", host))
            {
                continue;
            }

            count += point.GetHistogramCount();
            bounds = 0;
            foreach (var bucket in point.GetHistogramBuckets())
            {
                bounds += double.IsInfinity(bucket.ExplicitBound) ? 0 : 1;
            }
        }

        return (count, bounds);
    }

    private static bool HasTag(in MetricPoint point, string name, string value)
    {
        foreach (var (key, found) in point.Tags)
        {
            if (key == name && Equals(found, value))
            {
                return true;
            }
        }

        return false;
    }

    private async Task ImportAsync(string pullSpec)
    {
        using var client = _registry.CreateClient(new RegistryClientOptions { MaxAttempts = 1 });
        await new ImageImporter(client).ImportTagsAsync(AnImageStream().Tag("a").FollowsImage(pullSpec).Build());
    }
}
