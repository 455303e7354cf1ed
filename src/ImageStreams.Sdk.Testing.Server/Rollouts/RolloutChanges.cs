using System.Globalization;
using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;
using ImageStreams.Clients;
using ImageStreams.Storage;

namespace ImageStreams.Testing.Server;

/// <summary>Creates, cancels and removes the rollouts of deployment configurations, and tells of it in events.</summary>
/// <param name="calls">The requests of controllers.</param>
/// <param name="events">Records events.</param>
internal sealed class RolloutChanges(ControllerCalls calls, ClusterEvents events)
{
    private const string Rollouts = "replicationcontrollers";
    private const string Component = "deploymentconfig-controller";

    /// <summary>Creates a rollout.</summary>
    /// <returns>The sentence that tells of it; null when somebody else's object has its name.</returns>
    /// <exception cref="ApiException">The API refused it.</exception>
    public async Task<string?> CreateAsync(JsonObject config, JsonObject rollout, CancellationToken cancellationToken)
    {
        var (name, version) = (rollout.FindText("metadata", "name"), GetVersion(config));
        try
        {
            await calls.CreateAsync(Rollouts, rollout, null, cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException e) when (e.Reason == ApiFailure.AlreadyExists)
        {
            var taken = $"replication controller {name} already exists and deployment config is not allowed to claim it";
            await TellFailedAsync(config, taken, cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (ApiException e) when (e.Reason != ApiFailure.Conflict)
        {
            await TellFailedAsync(config, e.Message, cancellationToken).ConfigureAwait(false);
            throw;
        }

        var message = $"Created new replication controller \"{name}\" for version {version}";
        await TellAsync(config, "DeploymentCreated", message, cancellationToken).ConfigureAwait(false);
        return message;
    }

    /// <summary>Cancels a rollout that still runs, for a newer one that waits for it.</summary>
    public async Task CancelAsync(JsonObject config, JsonObject running, CancellationToken cancellationToken)
    {
        var version = GetVersion(config);
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

    /// <summary>Removes the rollouts beyond the limit of the history, also from the list.</summary>
    public async Task RemoveOldAsync(JsonObject config, List<JsonObject> rollouts, CancellationToken cancellationToken)
    {
        foreach (var old in OwnedRollouts.FindOld(config, rollouts))
        {
            rollouts.Remove(old);
            var key = new ObjectKey(old.FindText("metadata", "namespace") ?? "", old.FindText("metadata", "name") ?? "");
            await calls.DeleteAsync(Rollouts, key, cancellationToken).ConfigureAwait(false);
        }
    }

    private Task TellFailedAsync(JsonObject config, string error, CancellationToken cancellationToken)
    {
        var message = $"Couldn't deploy version {GetVersion(config)}: {error}";
        var notice = new EventNotice(Component, "DeploymentCreationFailed", message) { Type = "Warning" };
        return events.RecordAsync(config, notice, cancellationToken);
    }

    private Task TellAsync(JsonObject config, string reason, string message, CancellationToken cancellationToken) =>
        events.RecordAsync(config, new EventNotice(Component, reason, message), cancellationToken);

    private static string GetVersion(JsonObject config) =>
        (config.FindNumber("status", "latestVersion") ?? 0).ToString(CultureInfo.InvariantCulture);
}
