using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using ImageStreams.Registries;

namespace ImageStreams.Tests.Registries;

/// <summary>The telemetry of calls that end without an answer of a registry.</summary>
public sealed class CallTelemetryTests : IDisposable
{
    private static readonly RegistryRepository Repository = new() { Registry = "calls.example", Name = "app" };
    private readonly MeterListener _meters = new();
    private readonly ConcurrentQueue<object?> _errors = new();

    public CallTelemetryTests()
    {
        _meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == "imagestreams.registry.request.duration")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meters.SetMeasurementEventCallback<double>((_, _, tags, _) =>
        {
            var all = tags.ToArray().ToDictionary(tag => tag.Key, tag => tag.Value, StringComparer.Ordinal);
            if (all["server.address"] as string == Repository.Registry)
            {
                _errors.Enqueue(all.GetValueOrDefault("error.type"));
            }
        });
        _meters.Start();
    }

    public void Dispose() => _meters.Dispose();

    [Fact]
    public async Task GetManifest_Canceled_IsMeasuredAsAnError()
    {
        using var handler = new ScriptedHandler(_ => Reply.Manifest());
        using var client = new HttpRegistryClient(null, null, RegistryHandlers.From(handler));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => client.GetManifestAsync(Repository, "1", new CancellationToken(canceled: true)));

        Assert.Equal(["System.OperationCanceledException"], _errors);
    }

    [Fact]
    public async Task GetManifest_HandlerOfTheUserThrows_IsMeasuredAsAnError()
    {
        using var handler = new ScriptedHandler(_ => throw new NotSupportedException("not I"));
        using var client = new HttpRegistryClient(null, null, RegistryHandlers.From(handler));

        await Assert.ThrowsAsync<NotSupportedException>(() => client.GetManifestAsync(Repository, "1"));

        Assert.Equal(["System.NotSupportedException"], _errors);
    }
}
