using System.Diagnostics.Metrics;
using ImageStreams.Diagnostics;

namespace ImageStreams.Hosting;

/// <summary>The meter of one host: it has the name of the library's, and ends with the host.</summary>
internal sealed class HostMeter : IDisposable
{
    private readonly bool _isOwned;

    /// <summary>Creates the meter.</summary>
    /// <param name="factory">The host's factory of meters; null for none.</param>
    public HostMeter(IMeterFactory? factory)
    {
        var options = new MeterOptions(ImageStreamsTelemetry.MeterName) { Version = HostTelemetry.Version };
        _isOwned = factory is null;
        Meter = factory?.Create(options) ?? new Meter(options);
    }

    public Meter Meter { get; }

    public void Dispose()
    {
        if (_isOwned)
        {
            Meter.Dispose();
        }
    }
}
