using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;

namespace ImageStreams.Testing.Server;

/// <summary>Computes the status of a deployment configuration from its rollouts.</summary>
/// <param name="now">The time of conditions that change.</param>
internal sealed class RolloutStatus(Timestamp now)
{
    private const string Available = "Available";
    private const string Progressing = "Progressing";

    /// <summary>Updates the status of a configuration, in place.</summary>
    /// <param name="config">The configuration.</param>
    /// <param name="rollouts">Its rollouts.</param>
    /// <param name="latest">The one of its latest version; null when there is none.</param>
    /// <param name="isObserved">True when the controller has done all that the generation asks for.</param>
    public void Update(JsonObject config, IReadOnlyCollection<JsonObject> rollouts, JsonObject? latest, bool isObserved)
    {
        var status = config.GetOrAddObject("status");
        if (isObserved)
        {
            status["observedGeneration"] = config.FindNumber("metadata", "generation") ?? 0;
        }

        var (all, available) = (Sum(rollouts, "replicas"), Sum(rollouts, "availableReplicas"));
        status["replicas"] = all;
        status["updatedReplicas"] = latest?.FindNumber("status", "replicas") ?? 0;
        status["availableReplicas"] = available;
        status["unavailableReplicas"] = all - available;
        SetAvailable(status, available > 0 && available >= (config.FindNumber("spec", "replicas") ?? 0));
        if (latest is not null)
        {
            SetProgress(status, latest);
        }
    }

    /// <summary>Notes that the rollout of the latest version was created, in place.</summary>
    public void SetCreated(JsonObject config, string message) => Set(
        config.GetOrAddObject("status"), Progressing, ("True", "NewReplicationControllerCreated", message));

    /// <summary>Notes that the rollout of the latest version was refused, in place.</summary>
    public void SetRefused(JsonObject config, string message) => Set(
        config.GetOrAddObject("status"), Progressing, ("False", "ReplicationControllerCreateError", message));

    private void SetAvailable(JsonObject status, bool isAvailable) => Set(status, Available, isAvailable
        ? ("True", "", "Deployment config has minimum availability.")
        : ("False", "", "Deployment config does not have minimum availability."));

    private void SetProgress(JsonObject status, JsonObject latest)
    {
        var name = latest.FindText("metadata", "name") ?? "";
        var quoted = $"replication controller \"{name}\"";
        (string Status, string Reason, string Message)? progress = RolloutNames.GetPhase(latest) switch
        {
            RolloutNames.Pending => ("Unknown", "", $"{quoted} is waiting for pod \"{RolloutNames.GetPodName(name)}\" to run"),
            RolloutNames.Running => ("True", "ReplicationControllerUpdated", $"{quoted} is progressing"),
            RolloutNames.Failed when RolloutNames.IsCancelled(latest) =>
                ("False", "RolloutCancelled", $"rollout of {quoted} was cancelled"),
            RolloutNames.Failed => ("False", "ProgressDeadlineExceeded", $"{quoted} has failed progressing"),
            RolloutNames.Complete => ("True", "NewReplicationControllerAvailable", $"{quoted} successfully rolled out"),
            _ => null,
        };
        if (progress is { } found)
        {
            Set(status, Progressing, found);
        }
    }

    // A condition that is as it was keeps its times and its message.
    private void Set(JsonObject status, string type, (string Status, string Reason, string Message) condition)
    {
        var conditions = status["conditions"] as JsonArray ?? [];
        status["conditions"] = conditions;
        var known = conditions.OfType<JsonObject>().FirstOrDefault(one => one.FindText("type") == type);
        var isSameStatus = known?.FindText("status") == condition.Status;
        if (isSameStatus && (known?.FindText("reason") ?? "") == condition.Reason)
        {
            return;
        }

        conditions.Remove(known);
        conditions.Add((JsonNode)new JsonObject
        {
            ["type"] = type,
            ["status"] = condition.Status,
            ["lastUpdateTime"] = now.ToString(),
            ["lastTransitionTime"] = isSameStatus ? known!.FindText("lastTransitionTime") : now.ToString(),
            ["reason"] = condition.Reason.Length == 0 ? null : condition.Reason,
            ["message"] = condition.Message,
        });
    }

    private static long Sum(IEnumerable<JsonObject> rollouts, string field) =>
        rollouts.Sum(rollout => rollout.FindNumber("status", field) ?? 0);
}
