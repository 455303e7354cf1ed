using ImageStreams.Builds;
using ImageStreams.Controllers;
using ImageStreams.Manifests;
using ImageStreams.Triggers;
using ImageStreams.Workloads;

namespace ImageStreams.Keeper;

/// <summary>The builds and workloads that follow the streams. It logs each build and rollout; call your platform instead.</summary>
internal sealed class Shop(IServiceProvider services, TimeProvider timeProvider, ILogger<Shop> logger) : ITriggerTarget, ITriggerSource
{
    private static readonly TimeSpan BuildTime = TimeSpan.FromSeconds(2);

    private readonly InMemoryTriggerSource _objects = new();

    /// <summary>Adds the builds and workloads of a folder.</summary>
    public void Open(ManifestSet manifests)
    {
        foreach (var buildConfig in manifests.BuildConfigs)
        {
            _objects.Set(buildConfig);
        }

        foreach (var workload in manifests.Workloads)
        {
            _objects.Set(workload);
        }

        foreach (var deploymentConfig in manifests.DeploymentConfigs)
        {
            _objects.Set(deploymentConfig);
        }
    }

    public IAsyncEnumerable<TriggerSourceEvent> WatchAsync(CancellationToken cancellationToken = default) =>
        _objects.WatchAsync(cancellationToken);

    public ValueTask<TriggerTargetResult> StartBuildAsync(
        BuildConfig buildConfig, BuildRequest request, CancellationToken cancellationToken)
    {
        logger.LogInformation("Build {Name} with {Image}", buildConfig.Metadata.Name, request.TriggeredByImage?.Name);
        _objects.Set(BuildTriggers.RecordBuild(buildConfig, request, Timestamp.Now(timeProvider)));
        _ = EndAsync(buildConfig);
        return ValueTask.FromResult(TriggerTargetResult.Accepted.Instance);
    }

    public ValueTask<TriggerTargetResult> UpdateAsync(Workload current, Workload updated, CancellationToken cancellationToken)
    {
        logger.LogInformation("Roll out {Workload}", updated);
        _objects.Set(updated);
        return ValueTask.FromResult(TriggerTargetResult.Accepted.Instance);
    }

    public ValueTask<TriggerTargetResult> UpdateAsync(
        DeploymentConfig current, DeploymentConfig updated, CancellationToken cancellationToken)
    {
        logger.LogInformation("Roll out {DeploymentConfig}", updated.Metadata.Name);
        _objects.Set(updated);
        return ValueTask.FromResult(TriggerTargetResult.Accepted.Instance);
    }

    private async Task EndAsync(BuildConfig buildConfig)
    {
        await Task.Delay(BuildTime, timeProvider);
        services.GetRequiredService<TriggerController>().ReportBuildEnded(TriggerObject.From(buildConfig));
    }
}
