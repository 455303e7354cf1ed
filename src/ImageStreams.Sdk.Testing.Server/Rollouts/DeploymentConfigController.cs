using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;
using ImageStreams.Clients;
using ImageStreams.Storage;
using ImageStreams.Workloads;

namespace ImageStreams.Testing.Server;

/// <summary>Rolls deployment configurations out: counts versions, creates and cancels replication controllers, and writes the
/// status.</summary>
/// <remarks>The replication controllers are carried out by others, and tell their phase in an annotation.</remarks>
/// <param name="calls">The requests of controllers.</param>
/// <param name="events">Records events.</param>
/// <param name="timeProvider">The time provider.</param>
internal sealed class DeploymentConfigController(ControllerCalls calls, ClusterEvents events, TimeProvider timeProvider)
    : ObjectController
{
    private const string Rollouts = "replicationcontrollers";

    private readonly RolloutChanges _changes = new(calls, events);

    public override string Resource => "deploymentconfigs.apps.openshift.io";

    public override IReadOnlyList<string> OwnedResources => [Rollouts];

    public override ObjectKey? FindOwner(ClusterObject owned) => OwnedRollouts.FindConfig(owned);

    protected override async Task<bool> StepAsync(ObjectKey key, CancellationToken cancellationToken)
    {
        var config = await calls.FindAsync(Resource, key, cancellationToken).ConfigureAwait(false);
        await calls.RemoveLeftBehindAsync(
            Rollouts, DeploymentConfig.KindName, key, config?.FindText("metadata", "uid"), cancellationToken).ConfigureAwait(false);
        if (config is null)
        {
            return false;
        }

        var all = await calls.ListAsync(Rollouts, key.Namespace, cancellationToken).ConfigureAwait(false);
        return await StepAsync(config, OwnedRollouts.Select(all, config), cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> StepAsync(JsonObject config, List<JsonObject> rollouts, CancellationToken cancellationToken)
    {
        var latest = FindLatest(config, rollouts);
        var isResting = config.IsTrue("spec", "paused") || config.FindText("metadata", "deletionTimestamp") is not null
            || (RolloutTriggers.IsInitial(config) && !RolloutTriggers.HasAny(config));
        if (isResting)
        {
            return await WriteStatusAsync(config, rollouts, isObserved: true, cancellationToken).ConfigureAwait(false);
        }

        if (latest is null && rollouts.Find(static one => !RolloutNames.IsOver(one)) is { } running)
        {
            await _changes.CancelAsync(config, running, cancellationToken).ConfigureAwait(false);
            return false;
        }

        if (RolloutTriggers.FindDetails(config, latest) is { } details)
        {
            await BeginAsync(config, details, cancellationToken).ConfigureAwait(false);
            return true;
        }

        return await GoOnAsync(config, rollouts, latest, cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> GoOnAsync(
        JsonObject config, List<JsonObject> rollouts, JsonObject? latest, CancellationToken cancellationToken)
    {
        if (latest is null && !RolloutTriggers.IsInitial(config))
        {
            return await CreateAsync(config, rollouts, cancellationToken).ConfigureAwait(false);
        }

        var isObserved = latest is null || RolloutNames.IsOver(latest);
        if (isObserved)
        {
            await _changes.RemoveOldAsync(config, rollouts, cancellationToken).ConfigureAwait(false);
        }

        return await WriteStatusAsync(config, rollouts, isObserved, cancellationToken).ConfigureAwait(false);
    }

    private static JsonObject? FindLatest(JsonObject config, List<JsonObject> rollouts)
    {
        var version = config.FindNumber("status", "latestVersion") ?? 0;
        var name = RolloutNames.GetName(config.FindText("metadata", "name") ?? "", version);
        return rollouts.Find(one => one.FindText("metadata", "name") == name);
    }

    private async Task BeginAsync(JsonObject config, JsonObject details, CancellationToken cancellationToken)
    {
        var status = config.GetOrAddObject("status");
        status["latestVersion"] = (status.FindNumber("latestVersion") ?? 0) + 1;
        status["details"] = details;
        await calls.UpdateAsync(Resource, config, "status", cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> CreateAsync(JsonObject config, List<JsonObject> rollouts, CancellationToken cancellationToken)
    {
        try
        {
            var message = await _changes.CreateAsync(config, RolloutDocuments.Create(config), cancellationToken).ConfigureAwait(false);
            return message is null
                ? await WriteStatusAsync(config, rollouts, isObserved: true, cancellationToken).ConfigureAwait(false)
                : await WriteProgressAsync((status, changed) => status.SetCreated(changed, message)).ConfigureAwait(false);
        }
        catch (ApiException e) when (e.Reason != ApiFailure.Conflict)
        {
            await WriteProgressAsync((status, changed) => status.SetRefused(changed, e.Message)).ConfigureAwait(false);
            throw;
        }

        async Task<bool> WriteProgressAsync(Action<RolloutStatus, JsonObject> set)
        {
            var changed = (JsonObject)config.DeepClone();
            var status = new RolloutStatus(Timestamp.Now(timeProvider));
            status.Update(changed, rollouts, null, isObserved: true);
            set(status, changed);
            await calls.UpdateAsync(Resource, changed, "status", cancellationToken).ConfigureAwait(false);
            return true;
        }
    }

    private async Task<bool> WriteStatusAsync(
        JsonObject config, List<JsonObject> rollouts, bool isObserved, CancellationToken cancellationToken)
    {
        var changed = (JsonObject)config.DeepClone();
        new RolloutStatus(Timestamp.Now(timeProvider)).Update(changed, rollouts, FindLatest(config, rollouts), isObserved);
        if (JsonNode.DeepEquals(changed, config))
        {
            return false;
        }

        await calls.UpdateAsync(Resource, changed, "status", cancellationToken).ConfigureAwait(false);
        return true;
    }
}
