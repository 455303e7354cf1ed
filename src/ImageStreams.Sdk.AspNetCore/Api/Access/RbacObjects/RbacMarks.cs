using System.Text.Json.Nodes;

namespace ImageStreams.AspNetCore;

/// <summary>The marks of roles and bindings that code or configuration has set, which are those of Kubernetes' own.</summary>
internal static class RbacMarks
{
    /// <summary>The annotation by which a client keeps what would be set again at each start.</summary>
    private const string AutoUpdate = "rbac.authorization.kubernetes.io/autoupdate";

    /// <summary>The annotation with the place of the object, so that a copy of it elsewhere is not taken for one.</summary>
    private const string SetAs = "imagestreams.io/set-as";

    private const string Bootstrapping = "kubernetes.io/bootstrapping";

    /// <summary>Determines whether a client keeps an object as it is.</summary>
    public static bool IsKept(ClusterObject stored) =>
        stored.Metadata.Annotations.TryGetValue(AutoUpdate, out var isUpdated) && isUpdated == "false";

    /// <summary>Determines whether an object was set by code or configuration, and may be removed with it. The label alone does not
    /// tell: a client can set it, or copy an object that has it.</summary>
    public static bool IsOfServer(RbacKey key, ClusterObject stored) =>
        stored.Metadata.Annotations.TryGetValue(SetAs, out var place) && place == Place(key) && !IsKept(stored);

    /// <summary>Adds the marks to a document.</summary>
    public static JsonObject Add(RbacKey key, JsonObject document)
    {
        document["metadata"] = new JsonObject
        {
            ["labels"] = new JsonObject { [Bootstrapping] = "rbac-defaults" },
            ["annotations"] = new JsonObject { [AutoUpdate] = "true", [SetAs] = Place(key) },
        };
        return document;
    }

    private static string Place(RbacKey key) => key.Namespace.Length == 0 ? key.Name : $"{key.Namespace}/{key.Name}";
}
