using ImageStreams.Diagnostics;
using ImageStreams.References;

namespace ImageStreams.Tests.Diagnostics;

/// <summary>The advice and the version of the instruments.</summary>
public class InstrumentTests
{
    [Fact]
    public void HistogramsOfSeconds_AdviseBucketsFrom5MillisecondsTo5Minutes() => Assert.All(
        new[]
        {
            ImageStreamsTelemetry.RequestDuration, ImageStreamsTelemetry.ImportDuration, ImageStreamsTelemetry.ReactionDuration,
        },
        histogram =>
        {
            var bounds = histogram.Advice!.HistogramBucketBoundaries!;
            Assert.Equal((0.005, 300), (bounds[0], bounds[^1]));
            Assert.True(bounds.Count(bound => bound <= 5) >= 8, "most requests are below 5 seconds");
            Assert.Equal(bounds.Order(), bounds);
        });

    [Fact]
    public void LagOfTheSchedule_AdvisesBucketsToAnHour()
    {
        var bounds = ImageStreamsTelemetry.ScheduleLag.Advice!.HistogramBucketBoundaries!;

        Assert.Equal((0.005, 3600), (bounds[0], bounds[^1]));
        Assert.Equal(bounds.Order(), bounds);
    }

    [Fact]
    public void SourceAndMeter_HaveTheVersionOfThePackage()
    {
        var version = typeof(ImageReference).Assembly.GetName().Version!.ToString(3);
        Assert.StartsWith(version, ImageStreamsTelemetry.Meter.Version, StringComparison.Ordinal);
        Assert.Equal(ImageStreamsTelemetry.Meter.Version, ImageStreamsTelemetry.Activities.Version);
        Assert.DoesNotContain('+', ImageStreamsTelemetry.Meter.Version!);
    }
}
