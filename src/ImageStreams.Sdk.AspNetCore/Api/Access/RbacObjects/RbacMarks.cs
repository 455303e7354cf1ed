using System.Text.Json.Nodes;

namespace ImageStreams.AspNetCore;

/// <summary>The marks of roles and bindings that code or configuration has set, which are those of Kubernetes' own.</summary>
internal static class RbacMarks
{
    /// <summary>The annotation by which a client keeps what would be set again at each start.</summary>
    private const string AutoUpdate = "rbac.authorization.kubernetes.io/autoupdate";

    private const string Bootstrapping = "kubernetes.io/bootstrapping";

    /// <summary>Determines whether a client keeps an object as it is.</summary>
    public static bool IsKept(ClusterObject stored) =>
        stored.Metadata.Annotations.TryGetValue(AutoUpdate, out var isUpdated) && isUpdated == "false";

    /// <summary>Determines whether an object was set by code or configuration, and may be removed with it.</summary>
    public static bool IsLeftToServer(ClusterObject stored) => stored.Metadata.Labels.ContainsKey(Bootstrapping) && !IsKept(stored);

    /// <summary>Adds the marks to a document.</summary>
    public static JsonObject Add(JsonObject document)
    {
        document["metadata"] = new JsonObject
        {
            ["labels"] = new JsonObject { [Bootstrapping] = "rbac-defaults" },
            ["annotations"] = new JsonObject { [AutoUpdate] = "true" },
        };
        return document;
    }
}
