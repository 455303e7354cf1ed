using ImageStreams.AspNetCore;
using ImageStreams.Clients;
using ImageStreams.Controllers;
using ImageStreams.Kubernetes;
using Microsoft.Extensions.Hosting;

namespace ImageStreams.Tool;

/// <summary>The API server in front: its certificate and its headers, as long as the process runs.</summary>
/// <remarks>The config map is watched, so that new authorities count at once. One that is gone or broken changes nothing.</remarks>
internal sealed class FrontProxy : BackgroundService
{
    private readonly Reflector<ClusterObject> _reflector;
    private readonly TextWriter _errors;
    private State _state;

    private FrontProxy(ClusterResource configMaps, ClusterObject first, ToolEnvironment environment)
    {
        _state = new State(first, FrontProxySettings.Read(first));
        _errors = environment.Error;
        _reflector = new Reflector<ClusterObject>(
            configMaps,
            new ReflectorOptions { Namespace = FrontProxySettings.Namespace, FieldSelector = $"metadata.name={FrontProxySettings.Name}" },
            environment.TimeProvider);
    }

    /// <summary>Reads the config map of the cluster.</summary>
    /// <exception cref="ToolException">It cannot be read, or has no authority.</exception>
    public static async Task<FrontProxy> ReadAsync(
        ClusterConnection connection, ToolEnvironment environment, CancellationToken cancellationToken)
    {
        try
        {
            var configMaps = connection.GetResource(new() { Version = "v1", Plural = "configmaps" });
            var first = await configMaps.GetAsync(FrontProxySettings.Namespace, FrontProxySettings.Name, cancellationToken).ConfigureAwait(false);
            return new FrontProxy(configMaps, first, environment);
        }
        catch (Exception e) when (e is ApiException or FormatException)
        {
            throw ToolException.Failed($"The API server in front is not known: {e.Message}", e);
        }
    }

    /// <summary>Gets the options as they are now.</summary>
    public RequestHeaderLoginOptions GetCurrent()
    {
        var state = _state;
        var found = _reflector.Objects.Find(FrontProxySettings.Namespace, FrontProxySettings.Name);
        if (found is null || found.Metadata.ResourceVersion == state.ConfigMap.Metadata.ResourceVersion)
        {
            return state.Options;
        }

        _state = state = new State(found, ReadOr(found, state.Options));
        return state.Options;
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => _reflector.RunAsync(stoppingToken);

    private RequestHeaderLoginOptions ReadOr(ClusterObject configMap, RequestHeaderLoginOptions last)
    {
        try
        {
            return FrontProxySettings.Read(configMap);
        }
        catch (FormatException e)
        {
            _errors.WriteLine($"warning: {e.Message} The last one counts.");
            return last;
        }
    }

    private sealed record State(ClusterObject ConfigMap, RequestHeaderLoginOptions Options);
}
