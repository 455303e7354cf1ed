using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;

namespace ImageStreams.Testing.Server;

/// <summary>Chooses the class of service of pods by the resources of their containers.</summary>
internal static class PodQuality
{
    private static readonly string[] ContainerLists = ["initContainers", "containers"];
    private static readonly string[] Resources = ["cpu", "memory"];

    /// <summary>Chooses the class: <c>Guaranteed</c>, <c>Burstable</c> or <c>BestEffort</c>.</summary>
    public static string Choose(JsonObject pod)
    {
        var containers = ContainerLists.SelectMany(list => pod.FindItems("spec", list)).ToList();
        if (!containers.Exists(HasAny))
        {
            return "BestEffort";
        }

        return containers.TrueForAll(IsGuaranteed) ? "Guaranteed" : "Burstable";
    }

    private static bool HasAny(JsonObject container) => Resources.Any(resource =>
        container.Find("resources", "requests", resource) is not null || container.Find("resources", "limits", resource) is not null);

    // What is not requested is as much as the limit.
    private static bool IsGuaranteed(JsonObject container) => Array.TrueForAll(Resources, resource =>
        container.Find("resources", "limits", resource) is { } limit
        && JsonNode.DeepEquals(container.Find("resources", "requests", resource) ?? limit, limit));
}
