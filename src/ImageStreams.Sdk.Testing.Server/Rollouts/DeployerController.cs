using System.Globalization;
using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;
using ImageStreams.Clients;
using ImageStreams.Storage;

namespace ImageStreams.Testing.Server;

/// <summary>Creates the pods of rollouts, ends rollouts that were cancelled, and removes the pods of those that are gone.</summary>
/// <remarks>A rollout waits for its pod for ever: no node runs it. Whoever plays the node sets the phase in the annotation of the
/// replication controller.</remarks>
/// <param name="calls">The requests of controllers.</param>
/// <param name="events">Records events.</param>
/// <param name="timeProvider">The time provider.</param>
internal sealed class DeployerController(ControllerCalls calls, ClusterEvents events, TimeProvider timeProvider) : ObjectController
{
    private const string Pods = "pods";
    private const string Kind = "ReplicationController";

    public override string Resource => "replicationcontrollers";

    protected override async Task<bool> StepAsync(ObjectKey key, CancellationToken cancellationToken)
    {
        var rollout = await calls.FindAsync(Resource, key, cancellationToken).ConfigureAwait(false);
        if (rollout is null)
        {
            await calls.RemoveLeftBehindAsync(Pods, Kind, key, null, cancellationToken).ConfigureAwait(false);
        }

        if (rollout?.FindText("metadata", "annotations", RolloutNames.Phase) is null || RolloutNames.IsOver(rollout))
        {
            return false;
        }

        if (RolloutNames.IsCancelled(rollout))
        {
            await EndAsync(rollout, cancellationToken).ConfigureAwait(false);
        }
        else if (RolloutNames.GetPhase(rollout) == RolloutNames.New)
        {
            await StartAsync(rollout, cancellationToken).ConfigureAwait(false);
        }

        return false;
    }

    private async Task StartAsync(JsonObject rollout, CancellationToken cancellationToken)
    {
        var key = new ObjectKey(rollout.FindText("metadata", "namespace") ?? "", rollout.FindText("metadata", "name") ?? "");
        await calls.RemoveLeftBehindAsync(Pods, Kind, key, rollout.FindText("metadata", "uid"), cancellationToken).ConfigureAwait(false);
        await CreatePodAsync(rollout, cancellationToken).ConfigureAwait(false);
        var annotations = rollout.GetOrAddObject("metadata").GetOrAddObject("annotations");
        annotations[RolloutNames.Phase] = RolloutNames.Pending;
        annotations[RolloutNames.Pod] = RolloutNames.GetPodName(rollout.FindText("metadata", "name") ?? "");
        annotations[RolloutNames.PodTime] =
            timeProvider.GetUtcNow().ToString("yyyy-MM-dd HH:mm:ss '+0000 UTC'", CultureInfo.InvariantCulture);
        await calls.UpdateAsync(Resource, rollout, null, cancellationToken).ConfigureAwait(false);
    }

    private async Task EndAsync(JsonObject rollout, CancellationToken cancellationToken)
    {
        var (ns, name) = (rollout.FindText("metadata", "namespace") ?? "", rollout.FindText("metadata", "name") ?? "");
        if (calls.Has(Pods))
        {
            var pod = new ObjectKey(ns, RolloutNames.GetPodName(name));
            await calls.DeleteAsync(Pods, pod, cancellationToken).ConfigureAwait(false);
        }

        rollout.GetOrAddObject("metadata").GetOrAddObject("annotations")[RolloutNames.Phase] = RolloutNames.Failed;
        await calls.UpdateAsync(Resource, rollout, null, cancellationToken).ConfigureAwait(false);
        if (RolloutNames.Decode(rollout) is { } config)
        {
            // The event is about the configuration as it was when the rollout began.
            var notice = new EventNotice("deployer-controller", "RolloutCancelled", $"Rollout for \"{ns}/{name}\" cancelled");
            await events.RecordAsync(config, notice, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task CreatePodAsync(JsonObject rollout, CancellationToken cancellationToken)
    {
        if (!calls.Has(Pods))
        {
            return;
        }

        try
        {
            await calls.CreateAsync(Pods, RolloutDocuments.CreatePod(rollout), null, cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException e) when (e.Reason == ApiFailure.AlreadyExists)
        {
            // An earlier attempt has created it.
        }
    }
}
