using ImageStreams.Builds;
using ImageStreams.Controllers;
using ImageStreams.Manifests;
using ImageStreams.Triggers;
using ImageStreams.Workloads;

namespace ImageStreams.Keeper;

/// <summary>What follows the streams: a target that logs each build and rollout. Replace it with calls of your platform.</summary>
internal sealed class Shop(TimeProvider timeProvider, ILogger<Shop> logger) : ITriggerTarget, ITriggerSource
{
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
    }

    public IAsyncEnumerable<TriggerSourceEvent> WatchAsync(CancellationToken cancellationToken = default) =>
        _objects.WatchAsync(cancellationToken);

    public ValueTask<TriggerTargetResult> StartBuildAsync(
        BuildConfig buildConfig, BuildRequest request, CancellationToken cancellationToken)
    {
        logger.LogInformation("Build {Name} with {Image}", buildConfig.Metadata.Name, request.TriggeredByImage?.Name);
        _objects.Set(BuildTriggers.RecordBuild(buildConfig, request, Timestamp.Now(timeProvider)));
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
        _objects.Set(updated);
        return ValueTask.FromResult(TriggerTargetResult.Accepted.Instance);
    }
}
