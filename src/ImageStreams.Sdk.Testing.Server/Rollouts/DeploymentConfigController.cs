using System.Globalization;
using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;
using ImageStreams.Storage;

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
    private const string Component = "deploymentconfig-controller";

    public override string Resource => "deploymentconfigs.apps.openshift.io";

    public override IReadOnlyList<string> OwnedResources => [Rollouts];

    public override ObjectKey? FindOwner(ClusterObject owned) =>
        owned.Metadata.Annotations.TryGetValue(RolloutNames.Config, out var config) ? new ObjectKey(owned.Namespace, config) : null;

    protected override async Task<bool> StepAsync(ObjectKey key, CancellationToken cancellationToken)
    {
        if (await calls.FindAsync(Resource, key, cancellationToken).ConfigureAwait(false) is not { } config)
        {
            return false;
        }

        var all = await calls.ListAsync(Rollouts, key.Namespace, cancellationToken).ConfigureAwait(false);
        var rollouts = all.Where(one => one.FindText("metadata", "annotations", RolloutNames.Config) == key.Name).ToList();
        return await StepAsync(config, rollouts, cancellationToken).ConfigureAwait(false);
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
            await CancelAsync(config, running, cancellationToken).ConfigureAwait(false);
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
        var rollout = RolloutDocuments.Create(config);
        await calls.CreateAsync(Rollouts, rollout, null, cancellationToken).ConfigureAwait(false);
        var version = config.FindNumber("status", "latestVersion") ?? 0;
        var message = string.Create(
            CultureInfo.InvariantCulture,
            $"Created new replication controller \"{rollout.FindText("metadata", "name")}\" for version {version}");
        await TellAsync(config, "DeploymentCreated", message, cancellationToken).ConfigureAwait(false);
        var changed = (JsonObject)config.DeepClone();
        var status = new RolloutStatus(Timestamp.Now(timeProvider));
        status.Update(changed, rollouts, null, isObserved: true);
        status.SetCreated(changed, message);
        await calls.UpdateAsync(Resource, changed, "status", cancellationToken).ConfigureAwait(false);
        return true;
    }

    private async Task CancelAsync(JsonObject config, JsonObject running, CancellationToken cancellationToken)
    {
        var version = (config.FindNumber("status", "latestVersion") ?? 0).ToString(CultureInfo.InvariantCulture);
        if (!RolloutNames.IsCancelled(running))
        {
            var annotations = running.GetOrAddObject("metadata").GetOrAddObject("annotations");
            annotations[RolloutNames.Cancelled] = "true";
            annotations[RolloutNames.Reason] = "newer deployment was found running";
            await calls.UpdateAsync(Rollouts, running, null, cancellationToken).ConfigureAwait(false);
            var cancelled = $"Cancelled deployment \"{running.FindText("metadata", "name")}\" superceded by version {version}";
            await TellAsync(config, "DeploymentCancelled", cancelled, cancellationToken).ConfigureAwait(false);
        }

        var waiting = $"Deployment of version {version} awaiting cancellation of older running deployments";
        await TellAsync(config, "DeploymentAwaitingCancellation", waiting, cancellationToken).ConfigureAwait(false);
    }

    private Task TellAsync(JsonObject config, string reason, string message, CancellationToken cancellationToken) =>
        events.RecordAsync(config, new EventNotice(Component, reason, message), cancellationToken);

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
