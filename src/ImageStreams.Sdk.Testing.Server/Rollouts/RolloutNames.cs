using System.Globalization;
using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;

namespace ImageStreams.Testing.Server;

/// <summary>The names, annotations and phases of rollouts: the replication controllers of deployment configurations.</summary>
internal static class RolloutNames
{
    public const string Config = "openshift.io/deployment-config.name";
    public const string Version = "openshift.io/deployment-config.latest-version";
    public const string Encoded = "openshift.io/encoded-deployment-config";
    public const string Phase = "openshift.io/deployment.phase";
    public const string Reason = "openshift.io/deployment.status-reason";
    public const string Cancelled = "openshift.io/deployment.cancelled";
    public const string Replicas = "openshift.io/deployment.replicas";
    public const string DesiredReplicas = "kubectl.kubernetes.io/desired-replicas";
    public const string Rollout = "openshift.io/deployment.name";
    public const string Pod = "openshift.io/deployer-pod.name";
    public const string PodTime = "openshift.io/deployer-pod.created-at";

    public const string New = "New";
    public const string Pending = "Pending";
    public const string Running = "Running";
    public const string Complete = "Complete";
    public const string Failed = "Failed";

    /// <summary>Returns the name of the rollout of a version.</summary>
    public static string GetName(string config, long version) => string.Create(CultureInfo.InvariantCulture, $"{config}-{version}");

    /// <summary>Returns the name of the pod that would roll out.</summary>
    public static string GetPodName(string rollout) => rollout + "-deploy";

    /// <summary>Returns the phase of a rollout; <see cref="New"/> when it has none.</summary>
    public static string GetPhase(JsonObject rollout) => rollout.FindText("metadata", "annotations", Phase) ?? New;

    /// <summary>Determines whether a rollout has ended.</summary>
    public static bool IsOver(JsonObject rollout) => GetPhase(rollout) is Complete or Failed;

    /// <summary>Determines whether a rollout was cancelled.</summary>
    public static bool IsCancelled(JsonObject rollout) => rollout.FindText("metadata", "annotations", Cancelled) == "true";

    /// <summary>Reads the deployment configuration as it was when the rollout began; null when it cannot be read.</summary>
    public static JsonObject? Decode(JsonObject rollout)
    {
        try
        {
            return JsonNode.Parse(rollout.FindText("metadata", "annotations", Encoded) ?? "null") as JsonObject;
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }
}
