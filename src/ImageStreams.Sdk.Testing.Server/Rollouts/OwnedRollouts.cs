using System.Globalization;
using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;
using ImageStreams.Storage;
using ImageStreams.Workloads;

namespace ImageStreams.Testing.Server;

/// <summary>Finds the rollouts of deployment configurations.</summary>
internal static class OwnedRollouts
{
    private const int DefaultHistoryLimit = 10;

    /// <summary>Finds the configuration of a rollout by its controller, or else by its annotation; null when it is none.</summary>
    public static ObjectKey? FindConfig(ClusterObject rollout)
    {
        var owner = rollout.Metadata.OwnerReferences.FirstOrDefault(static owner => owner.Controller == true);
        return (owner, rollout.Metadata.Annotations.TryGetValue(RolloutNames.Config, out var config)) switch
        {
            ({ Kind: DeploymentConfig.KindName }, _) => new ObjectKey(rollout.Namespace, owner.Name),
            (null, true) => new ObjectKey(rollout.Namespace, config!),
            _ => null,
        };
    }

    /// <summary>Selects the rollouts that a configuration controls, and those of its name that nobody does.</summary>
    public static List<JsonObject> Select(IEnumerable<JsonObject> rollouts, JsonObject config) =>
        [.. rollouts.Where(rollout => OwnedObjects.IsControlledBy(rollout, config) || IsFree(rollout, config))];

    /// <summary>Finds the rollouts that are over and beyond the limit of the history, the oldest first; pods of none of them are
    /// left.</summary>
    public static List<JsonObject> FindOld(JsonObject config, IEnumerable<JsonObject> rollouts)
    {
        var byVersion = rollouts.OrderBy(GetVersion).ToList();
        var active = byVersion.FindLast(static rollout => RolloutNames.GetPhase(rollout) == RolloutNames.Complete);
        var current = active is null ? config.FindNumber("status", "latestVersion") ?? 0 : GetVersion(active);
        var former = byVersion.Where(rollout => GetVersion(rollout) < current).ToList();
        var limit = config.FindNumber("spec", "revisionHistoryLimit") ?? DefaultHistoryLimit;
        return [.. former.Take((int)Math.Max(0, former.Count - limit)).Where(IsEmpty)];
    }

    private static bool IsFree(JsonObject rollout, JsonObject config) => OwnedObjects.FindController(rollout) is null
        && rollout.FindText("metadata", "annotations", RolloutNames.Config) == config.FindText("metadata", "name");

    private static bool IsEmpty(JsonObject rollout) => RolloutNames.IsOver(rollout)
        && (rollout.FindNumber("spec", "replicas") ?? 0) == 0 && (rollout.FindNumber("status", "replicas") ?? 0) == 0;

    private static long GetVersion(JsonObject rollout) =>
        long.TryParse(rollout.FindText("metadata", "annotations", RolloutNames.Version), CultureInfo.InvariantCulture, out var version)
            ? version
            : 0;
}
