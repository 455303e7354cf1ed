using ImageStreams.Builds;
using ImageStreams.Triggers;
using ImageStreams.Workloads;

namespace ImageStreams.Controllers;

/// <summary>Passes requests to a target only while this replica owns the shard of their object.</summary>
/// <remarks>
/// A request for an object of another replica is refused. One that is in progress keeps the shard from being given away, and is
/// canceled when its lease may end.
/// </remarks>
/// <param name="target">The target.</param>
/// <param name="shards">The shards of this replica.</param>
/// <exception cref="ArgumentNullException"><paramref name="target"/> or <paramref name="shards"/> is null.</exception>
public sealed class ShardedTriggerTarget(ITriggerTarget target, ShardLeases shards) : ITriggerTarget
{
    private readonly ITriggerTarget _target = target ?? throw new ArgumentNullException(nameof(target));
    private readonly ShardLeases _shards = shards ?? throw new ArgumentNullException(nameof(shards));

    /// <inheritdoc/>
    public ValueTask<TriggerTargetResult> StartBuildAsync(
        BuildConfig buildConfig, BuildRequest request, CancellationToken cancellationToken) => RunAsync(
            TriggerObject.From(buildConfig), token => _target.StartBuildAsync(buildConfig, request, token), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<TriggerTargetResult> UpdateAsync(
        Workload current, Workload updated, CancellationToken cancellationToken) => RunAsync(
            TriggerObject.From(current), token => _target.UpdateAsync(current, updated, token), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<TriggerTargetResult> UpdateAsync(
        DeploymentConfig current, DeploymentConfig updated, CancellationToken cancellationToken) => RunAsync(
            TriggerObject.From(current), token => _target.UpdateAsync(current, updated, token), cancellationToken);

    private async ValueTask<TriggerTargetResult> RunAsync(
        TriggerObject name,
        Func<CancellationToken, ValueTask<TriggerTargetResult>> request,
        CancellationToken cancellationToken)
    {
        using var work = _shards.TryBegin(name);
        if (work is null)
        {
            return Refuse(name);
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, work.Stopping);
        try
        {
            return await request(stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Refuse(name);
        }
    }

    private static TriggerTargetResult.Refused Refuse(TriggerObject name) =>
        new() { Message = $"The shard of {name} belongs to another replica, or soon will." };
}
