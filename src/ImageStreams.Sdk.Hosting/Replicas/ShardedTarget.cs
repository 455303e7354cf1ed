using ImageStreams.Builds;
using ImageStreams.Controllers;
using ImageStreams.Triggers;
using ImageStreams.Workloads;

namespace ImageStreams.Hosting;

/// <summary>A <see cref="ShardedTriggerTarget"/> that also refuses objects of shards whose state is not read yet, and keeps
/// each shard until the state of what it did is written.</summary>
internal sealed class ShardedTarget(ITriggerTarget inner, ShardLeases leases, ActiveShards active) : ITriggerTarget
{
    private readonly ShardedTriggerTarget _inner = new(inner, leases);
    private readonly List<ShardWork> _works = [];

    /// <summary>The answer for an object of a shard that is not active: it is retried, here or at another replica.</summary>
    private static ValueTask<TriggerTargetResult> NotActive =>
        ValueTask.FromResult<TriggerTargetResult>(TriggerTargetResult.Conflict.Instance);

    public ValueTask<TriggerTargetResult> StartBuildAsync(
        BuildConfig buildConfig, BuildRequest request, CancellationToken cancellationToken) =>
        TryKeep(TriggerObject.From(buildConfig))
            ? _inner.StartBuildAsync(buildConfig, request, cancellationToken)
            : NotActive;

    public ValueTask<TriggerTargetResult> UpdateAsync(
        Workload current, Workload updated, CancellationToken cancellationToken) =>
        TryKeep(TriggerObject.From(current)) ? _inner.UpdateAsync(current, updated, cancellationToken) : NotActive;

    public ValueTask<TriggerTargetResult> UpdateAsync(
        DeploymentConfig current, DeploymentConfig updated, CancellationToken cancellationToken) =>
        TryKeep(TriggerObject.From(current)) ? _inner.UpdateAsync(current, updated, cancellationToken) : NotActive;

    /// <summary>Ends the work on the shards, which may then be given away. The controller makes one call at a time.</summary>
    public void EndWorks()
    {
        foreach (var work in _works)
        {
            work.Dispose();
        }

        _works.Clear();
    }

    private bool TryKeep(TriggerObject target)
    {
        if (!active.IsActive(target) || leases.TryBegin(target) is not { } work)
        {
            return false;
        }

        _works.Add(work);
        return true;
    }
}
