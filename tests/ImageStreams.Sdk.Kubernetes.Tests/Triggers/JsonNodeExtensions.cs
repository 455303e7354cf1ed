using System.Text.Json.Nodes;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>Changes of JSON in one expression.</summary>
internal static class JsonNodeExtensions
{
    public static JsonNode With(this JsonNode node, Action<JsonNode> change)
    {
        change(node);
        return node;
    }

    /// <summary>The image of a container of a pod template.</summary>
    public static string? Image(this JsonNode workload, int container) =>
        (string?)workload["spec"]!["template"]!["spec"]!["containers"]![container]!["image"];

    /// <summary>The managers that own the image of a container by its name.</summary>
    public static IReadOnlyList<string> ImageOwners(this JsonNode workload, string container) =>
    [
        .. workload["metadata"]!["managedFields"]!.AsArray()
            .Where(entry => entry!["fieldsV1"]!["f:spec"]?["f:template"]?["f:spec"]?["f:containers"]?[$$"""k:{"name":"{{container}}"}"""]?["f:image"] is not null)
            .Select(entry => (string)entry!["manager"]!),
    ];
}
