using System.Text.Json.Nodes;

namespace ImageStreams.Tests.TestingServer;

/// <summary>Hides in answers what controllers wrote that a fake cluster does not have, and addresses that are chosen at random.</summary>
internal static class ControllerWrites
{
    private static readonly string[] Managers = ["openshift-controller-manager", "kube-controller-manager"];

    /// <summary>Returns a body without it.</summary>
    /// <param name="body">The body of an answer.</param>
    /// <param name="hasControllers">True when controllers wrote the object, too: its status, their ownership, and its version.</param>
    public static JsonNode? Hide(JsonNode? body, bool hasControllers)
    {
        if (body is not JsonObject || (string?)(body["kind"] as JsonValue) == "Status")
        {
            return body;
        }

        var shown = body.DeepClone().AsObject();
        var spec = shown["spec"] as JsonObject;
        spec?.Remove("clusterIP");
        spec?.Remove("clusterIPs");
        if (hasControllers)
        {
            HideControllers(shown);
        }

        return shown;
    }

    private static void HideControllers(JsonObject shown)
    {
        shown.Remove("status");
        var metadata = shown["metadata"] as JsonObject;
        metadata?.Remove("resourceVersion");
        (metadata?["annotations"] as JsonObject)?.Remove("deployment.kubernetes.io/revision");
        if (metadata?["managedFields"] is JsonArray owners)
        {
            owners.RemoveAll(entry => Managers.Contains((string?)entry?["manager"]));
        }
    }
}
