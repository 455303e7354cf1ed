using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;
using ImageStreams.Workloads;

namespace ImageStreams.Testing.Server;

/// <summary>Decides whether a deployment configuration is to be rolled out anew, and for which causes.</summary>
internal static class RolloutTriggers
{
    /// <summary>The details of a rollout that somebody asked for.</summary>
    public static JsonObject Manual => CreateDetails("manual change", [new JsonObject { ["type"] = "Manual" }]);

    private static JsonObject ConfigChange =>
        CreateDetails("config change", [new JsonObject { ["type"] = DeploymentTriggerPolicy.ConfigChangeType }]);

    /// <summary>Determines whether a configuration has a trigger.</summary>
    public static bool HasAny(JsonObject config) => HasImage(config) || HasConfig(config);

    /// <summary>Determines whether a rollout can neither begin nor be needed: its images, or the current rollout, are missing.</summary>
    /// <param name="config">The configuration.</param>
    /// <param name="latest">The rollout of its latest version; null when there is none.</param>
    public static bool IsWaiting(JsonObject config, JsonObject? latest) =>
        HasAny(config) && (IsInitial(config) ? HasImage(config) && !HasTriggeredImage(config) : latest is null);

    /// <summary>Determines whether a configuration was never rolled out.</summary>
    public static bool IsInitial(JsonObject config) => (config.FindNumber("status", "latestVersion") ?? 0) == 0;

    /// <summary>Finds the details of the rollout that triggers ask for; null when they ask for none.</summary>
    /// <param name="config">The configuration.</param>
    /// <param name="latest">The rollout of its latest version; null when there is none.</param>
    public static JsonObject? FindDetails(JsonObject config, JsonObject? latest)
    {
        if (!HasAny(config) || IsWaiting(config, latest))
        {
            return null;
        }

        if (latest is null)
        {
            return IsInitial(config) ? ConfigChange : null;
        }

        return FindImageChange(config, latest) ?? (HasConfig(config) && HasOtherTemplate(config, latest) ? ConfigChange : null);
    }

    // An image that the template does not have, as after a rollback, is none to roll out: the next rollout would lack it, too.
    private static JsonObject? FindImageChange(JsonObject config, JsonObject latest)
    {
        var (current, next) = (GetImages(latest), GetImages(config));
        var causes = GetTriggeredImages(config)
            .Where(image => next.Contains(image) && !current.Contains(image))
            .Select(CreateCause)
            .ToList();
        return causes.Count == 0 ? null : CreateDetails("image change", causes);
    }

    private static HashSet<string?> GetImages(JsonObject value) => value.FindItems("spec", "template", "spec", "containers")
        .Concat(value.FindItems("spec", "template", "spec", "initContainers"))
        .Select(static container => container.FindText("image"))
        .ToHashSet();

    private static bool HasOtherTemplate(JsonObject config, JsonObject latest) =>
        !JsonNode.DeepEquals(config.Find("spec", "template"), RolloutNames.Decode(latest)?.Find("spec", "template"));

    private static bool HasTriggeredImage(JsonObject config) => GetTriggeredImages(config).Any();

    private static IEnumerable<string> GetTriggeredImages(JsonObject config) => config.FindItems("spec", "triggers")
        .Select(static trigger => trigger.FindText("imageChangeParams", "lastTriggeredImage"))
        .Where(static image => !string.IsNullOrEmpty(image))
        .OfType<string>();

    private static bool HasImage(JsonObject config) => HasType(config, DeploymentTriggerPolicy.ImageChangeType);

    private static bool HasConfig(JsonObject config) => HasType(config, DeploymentTriggerPolicy.ConfigChangeType);

    private static bool HasType(JsonObject config, string type) =>
        config.FindItems("spec", "triggers").Any(trigger => trigger.FindText("type") == type);

    private static JsonObject CreateCause(string image) => new()
    {
        ["type"] = DeploymentTriggerPolicy.ImageChangeType,
        ["imageTrigger"] = new JsonObject { ["from"] = new JsonObject { ["kind"] = "DockerImage", ["name"] = image } },
    };

    private static JsonObject CreateDetails(string message, IEnumerable<JsonObject> causes) =>
        new() { ["message"] = message, ["causes"] = new JsonArray([.. causes]) };
}
