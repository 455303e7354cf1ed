using System.Text.Json.Nodes;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>Hides in answers what is not compared: addresses that are chosen at random, and what controllers wrote that the replay does
/// not run.</summary>
internal static class HttpHidden
{
    /// <summary>The beginning of the paths of roles and bindings.</summary>
    public const string Rbac = "/apis/rbac.authorization.k8s.io/v1/";

    private const string LastRestart = "watch-gone-after-restart";

    private static readonly string[] Managers = ["openshift-controller-manager", "kube-controller-manager"];

    /// <summary>The recordings during which no controller ran that writes other objects, by the beginnings of their names.</summary>
    private static readonly string[] Quiet = ["patch-", "watch-", "rbac-"];

    private static readonly string[] Busy = ["patch-core-dc", "patch-rules", LastRestart];

    /// <summary>Returns a body, or a line of a watch, without it.</summary>
    /// <param name="recorded">The exchange.</param>
    /// <param name="body">Its recorded body, or ours.</param>
    public static JsonNode? Hide(HttpExchange recorded, JsonNode? body)
    {
        if (recorded.IsOfImages || body is not JsonObject value || (string?)(value["kind"] as JsonValue) == "Status")
        {
            return body;
        }

        var shown = value.DeepClone().AsObject();
        foreach (var one in (shown["items"] as JsonArray)?.OfType<JsonObject>() ?? [shown["object"] as JsonObject ?? shown])
        {
            HideIn(one, HasControllers(recorded.Scenario));
        }

        return shown;
    }

    private static bool HasControllers(string scenario) =>
        !Quiet.Any(one => scenario.StartsWith(one, StringComparison.Ordinal)) || Busy.Any(one => scenario.StartsWith(one, StringComparison.Ordinal));

    private static void HideIn(JsonObject shown, bool hasControllers)
    {
        Remove(shown["spec"], "clusterIP", "clusterIPs");
        if (hasControllers)
        {
            HideControllers(shown);
        }
    }

    /// <summary>Hides the status, their ownership, and the version.</summary>
    private static void HideControllers(JsonObject shown)
    {
        Remove(shown, "status");
        Remove(shown["metadata"], "resourceVersion");
        Remove(shown["metadata"]?["annotations"], "deployment.kubernetes.io/revision");
        if (shown["metadata"]?["managedFields"] is JsonArray owners)
        {
            owners.RemoveAll(entry => Managers.Contains((string?)entry?["manager"]));
        }
    }

    private static void Remove(JsonNode? parent, params string[] fields) =>
        Array.ForEach(fields, field => (parent as JsonObject)?.Remove(field));
}
