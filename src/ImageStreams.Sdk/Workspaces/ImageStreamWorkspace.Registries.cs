using ImageStreams.Importing;
using ImageStreams.Registries;

namespace ImageStreams.Workspaces;

/// <content>The answers about registries.</content>
public sealed partial class ImageStreamWorkspace
{
    /// <summary>The rules by which registries and mirrors are contacted; created when they are first requested.</summary>
    public RegistryPolicy Registries => _registries.Value;

    /// <summary>Forecasts the requests and pulls that importing the tags takes from each registry, mirrors included.</summary>
    /// <remarks>Always about the streams as they are given: what is assumed to be imported still has to be.</remarks>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <returns>The forecast.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// An option is out of its range, or its function returned such a value.
    /// </exception>
    public ImportForecast Forecast(ImportForecastOptions? options = null) =>
        ImportForecast.Create(_given.Streams, options, Registries);
}
