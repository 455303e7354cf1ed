using ImageStreams.Builds;
using ImageStreams.Controllers;
using ImageStreams.Triggers;
using ImageStreams.Workloads;

namespace ImageStreams.Hosting;

/// <summary>A target that acts only on objects of shards that this replica owns, and keeps each shard until the state of
/// what it did is written.</summary>
internal sealed class ShardedTarget(ITriggerTarget inner, ShardLeases leases, ActiveShards active) : ITriggerTarget
{
    private readonly List<ShardWork> _works = [];

    public ValueTask<TriggerTargetResult> StartBuildAsync(
        BuildConfig buildConfig, BuildRequest request, CancellationToken cancellationToken) => RunAsync(
        TriggerObject.From(buildConfig), token => inner.StartBuildAsync(buildConfig, request, token), cancellationToken);

    public ValueTask<TriggerTargetResult> UpdateAsync(
        Workload current, Workload updated, CancellationToken cancellationToken) => RunAsync(
        TriggerObject.From(current), token => inner.UpdateAsync(current, updated, token), cancellationToken);

    public ValueTask<TriggerTargetResult> UpdateAsync(
        DeploymentConfig current, DeploymentConfig updated, CancellationToken cancellationToken) => RunAsync(
        TriggerObject.From(current), token => inner.UpdateAsync(current, updated, token), cancellationToken);

    /// <summary>Ends the work on the shards, which may then be given away. The controller makes one call at a time.</summary>
    public void EndWorks()
    {
        foreach (var work in _works)
        {
            work.Dispose();
        }

        _works.Clear();
    }

    /// <summary>Runs a call while the shard is owned. An object of a shard that is not, or whose state is not read yet, is
    /// retried: it belongs to another replica soon, or is ready here.</summary>
    private async ValueTask<TriggerTargetResult> RunAsync(
        TriggerObject target, Func<CancellationToken, ValueTask<TriggerTargetResult>> call, CancellationToken cancellationToken)
    {
        if (!active.IsActive(target) || leases.TryBegin(target) is not { } work)
        {
            return TriggerTargetResult.Conflict.Instance;
        }

        _works.Add(work);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, work.Stopping);
        try
        {
            return await call(stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return TriggerTargetResult.Conflict.Instance;
        }
    }
}
