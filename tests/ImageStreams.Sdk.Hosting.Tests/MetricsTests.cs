using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using ImageStreams.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace ImageStreams.Tests.Hosting;

/// <summary>The metrics of a host.</summary>
public sealed class MetricsTests
{
    [Fact]
    public async Task Imports_AreCountedByOutcomeAndRegistry()
    {
        await using var rig = await HostRig.StartAsync(static streams => streams.AddImportController());
        using var metrics = new Collected(rig);
        Shop.Push(rig.Parts, "one");

        await rig.Client.Streams.CreateAsync(Shop.Stream());
        await rig.Client.Streams.CreateAsync(Shop.Stream("missing"));
        await rig.AdvanceUntilAsync(() => rig.Reports.LastImports.Count == 2);

        await Eventually.TrueAsync(() => metrics.Counts.Count == 2);
        Assert.Equal(
            ["Failed registry.example.com NotFound", "Imported registry.example.com "],
            metrics.Counts.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Gauges_AreReadWhenTheyAreCollected()
    {
        await using var rig = await HostRig.StartAsync(static streams => streams.AddImportController());
        using var metrics = new Collected(rig);
        await rig.Client.Streams.CreateAsync(Shop.Stream("missing"));
        await rig.AdvanceUntilAsync(() => rig.Reports.LastImports.Count == 1);
        rig.Parts.Gate.Close();
        rig.Time.Advance(TimeSpan.FromHours(1));

        var gauges = metrics.ReadGauges();
        rig.Parts.Gate.Open();

        Assert.Equal(1, gauges["imagestreams.feed.synced"]);
        Assert.Equal(1, gauges["imagestreams.feed.streams"]);
        Assert.Equal(1, gauges["imagestreams.tags.scheduled"]);
        Assert.Equal(1, gauges["imagestreams.tags.overdue"]);
        Assert.Equal(1, gauges["imagestreams.tags.failing"]);
        Assert.Equal(1, gauges["imagestreams.tags.late"]);
        Assert.Equal(0, gauges["imagestreams.loops.dead"]);
        Assert.DoesNotContain("imagestreams.shards.owned", gauges.Keys);
    }

    [Fact]
    public async Task Meter_HasTheNameOfTheLibraryAndTheVersionOfThePackage()
    {
        await using var rig = await HostRig.StartAsync(static streams => streams.AddImportController());
        using var metrics = new Collected(rig);

        Assert.All(metrics.Meters, static meter => Assert.Equal(ImageStreamsTelemetry.MeterName, meter.Name));
        Assert.All(metrics.Meters, static meter => Assert.Equal("0.1.0", meter.Version));
        Assert.NotEmpty(metrics.Meters);
    }

    /// <summary>The measurements of one host's meter.</summary>
    private sealed class Collected : IDisposable
    {
        private readonly MeterListener _listener = new();
        private readonly ConcurrentDictionary<string, int> _gauges = new(StringComparer.Ordinal);

        public Collected(HostRig rig)
        {
            var factory = rig.Get<IMeterFactory>();
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (ReferenceEquals(instrument.Meter.Scope, factory) && instrument.Name.StartsWith("imagestreams.", StringComparison.Ordinal))
                {
                    Meters.Add(instrument.Meter);
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _listener.SetMeasurementEventCallback<long>((_, value, tags, _) => Counts.Enqueue(
                string.Join(' ', tags.ToArray().Select(static tag => tag.Value))));
            _listener.SetMeasurementEventCallback<int>((instrument, value, _, _) => _gauges[instrument.Name] = value);
            _listener.Start();
        }

        public ConcurrentQueue<string> Counts { get; } = [];

        public ConcurrentBag<Meter> Meters { get; } = [];

        public IReadOnlyDictionary<string, int> ReadGauges()
        {
            _listener.RecordObservableInstruments();
            return _gauges;
        }

        public void Dispose() => _listener.Dispose();
    }
}
