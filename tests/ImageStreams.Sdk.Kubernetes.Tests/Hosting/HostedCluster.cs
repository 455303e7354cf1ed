using ImageStreams.Kubernetes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>Hosted controllers, as an application has them, on a cluster.</summary>
internal sealed class HostedCluster : IAsyncDisposable
{
    private readonly ServiceProvider _provider;

    private HostedCluster(ServiceProvider provider, RecordedLogs logs) => (_provider, Logs) = (provider, logs);

    public RecordedLogs Logs { get; }

    public IServiceProvider Services => _provider;

    /// <summary>Starts the controllers of imports and triggers.</summary>
    public static async Task<HostedCluster> StartAsync(
        ClusterConnection connection, Action<KubernetesControllerOptions>? configure = null, Action<IImageStreamsBuilder>? add = null)
    {
        var logs = new RecordedLogs();
        var services = new ServiceCollection();
        services.AddSingleton(connection);
        services.AddLogging(logging => logging.AddProvider(logs).SetMinimumLevel(LogLevel.Information));
        var streams = services.AddImageStreams().UseKubernetes(_ => connection)
            .AddImportController().AddTriggerController<KubernetesTriggerTarget>(static options => options.Fuse = null)
            .ConfigureKubernetesControllers(options => configure?.Invoke(options));
        add?.Invoke(streams);
        var host = new HostedCluster(services.BuildServiceProvider(), logs);
        foreach (var service in host._provider.GetServices<IHostedService>())
        {
            await service.StartAsync(CancellationToken.None);
        }

        return host;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in _provider.GetServices<IHostedService>())
        {
            await service.StopAsync(CancellationToken.None);
        }

        await _provider.DisposeAsync();
    }
}
