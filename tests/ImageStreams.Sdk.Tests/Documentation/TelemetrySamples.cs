using System.Diagnostics.Metrics;
using ImageStreams.Diagnostics;
using ImageStreams.Importing;
using ImageStreams.Testing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Documentation;

public sealed class TelemetrySamples
{
    [Fact]
    public async Task Meter_ListenedTo_HasTheInstrumentsOfThePage()
    {
        await Logger_GivenToTheImporter_IsUsed();   // creates the instruments
        var page = Repository.Read("docs/how-to/telemetry.md");

        // sample: telemetry-listen
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, it) =>
        {
            if (instrument.Meter.Name == ImageStreamsTelemetry.MeterName)
            {
                it.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<double>((instrument, seconds, tags, _) => Console.WriteLine($"{instrument.Name}: {seconds} s"));
        listener.Start();
        // end

        var names = new List<string>();
        using var all = new MeterListener();
        all.InstrumentPublished = (instrument, _) => names.AddRange(instrument.Meter.Name == ImageStreamsTelemetry.MeterName ? [instrument.Name] : []);
        all.Start();
        Assert.Equal(8, names.Count);
        Assert.All(names, name => Assert.Contains($"| `{name}` |", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Logger_GivenToTheImporter_IsUsed()
    {
        using var registry = new InMemoryRegistry();
        ILoggerFactory loggers = NullLoggerFactory.Instance;

        // sample: telemetry-logger
        var importer = new ImageImporter(registry, logger: loggers.CreateLogger<ImageImporter>());
        // end

        Assert.IsType<TagImportResult.Failed>(
            await importer.ImportTagAsync(AnImageStream().Tag("a").FollowsImage("quay.io/app/web:1").Build(), "a"));
    }
}
