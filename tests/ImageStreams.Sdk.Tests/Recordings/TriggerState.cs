using System.Text.Json.Nodes;

namespace ImageStreams.Tests.Recordings;

/// <summary>The state that triggers change in an object, line by line: images of containers, and the recorded images.</summary>
internal static class TriggerState
{
    /// <summary>The state of an object as an API shows it.</summary>
    public static IReadOnlyList<string> Read(JsonNode value) =>
    [
        .. Containers(value).Select(container => $"{container!["name"]}: {container["image"]}"),
        .. Array(value["spec"]?["triggers"])
            .Select(trigger => trigger!["imageChangeParams"])
            .Where(change => change is not null)
            .Select(change => $"last triggered: {change!["lastTriggeredImage"]}"),
        .. Array(value["status"]?["imageChangeTriggers"])
            .Select(change => $"{change!["from"]!["name"]} last triggered: {change["lastTriggeredImageID"]}"),
        .. Numbers(value["status"]),
    ];

    private static IEnumerable<string> Numbers(JsonNode? status) =>
        from field in new[] { "latestVersion", "lastVersion" }
        where status?[field] is not null
        select $"{field}: {status![field]}";

    private static IEnumerable<JsonNode?> Containers(JsonNode value)
    {
        var spec = value["spec"];
        spec = spec?["jobTemplate"]?["spec"] ?? spec;
        spec = spec?["template"]?["spec"] ?? spec;
        return Array(spec?["initContainers"]).Concat(Array(spec?["containers"]));
    }

    private static JsonArray Array(JsonNode? list) => list as JsonArray ?? [];
}
