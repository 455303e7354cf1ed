using System.Text.Json.Nodes;
using static ImageStreams.Tool.DeployDocuments;

namespace ImageStreams.Tool;

/// <summary>Renders the service account of the pods, with the rights that they use and no others.</summary>
internal static class AccessDocuments
{
    private const string RbacGroup = "rbac.authorization.k8s.io";
    private const string Rbac = RbacGroup + "/v1";
    private const string ClusterRole = "ClusterRole";

    private static readonly string[] StoreVerbs = ["create", "delete", "get", "list", "update", "watch"];
    private static readonly string[] LeaseVerbs = ["create", "delete", "get", "list", "update"];
    private static readonly string[] ReadVerbs = ["get", "list", "watch"];
    private static readonly string[] StateVerbs = ["create", "delete", "list", "patch"];

    public static IEnumerable<JsonObject> Create(DeploySettings settings)
    {
        yield return CreateObject("v1", "ServiceAccount", DeploySettings.Name, settings.Namespace);
        yield return CreateRole(
            ClusterRole,
            null,
            CreateRule(settings.Group, StoreVerbs, "images", "imagestreams"),
            CreateRule("", ReadVerbs, "limitranges", "namespaces", "resourcequotas"));
        yield return CreateBinding("ClusterRoleBinding", DeploySettings.Name, null, ClusterRole, DeploySettings.Name, settings);
        yield return CreateRole(
            "Role", settings.Namespace, CreateRule("coordination.k8s.io", LeaseVerbs, "leases"), CreateRule("", StateVerbs, "configmaps"));
        yield return CreateBinding("RoleBinding", DeploySettings.Name, settings.Namespace, "Role", DeploySettings.Name, settings);
        if (settings.IsAggregated)
        {
            yield return CreateBinding(
                "ClusterRoleBinding", $"{DeploySettings.Name}-auth-delegator", null, ClusterRole, "system:auth-delegator", settings);
            yield return CreateBinding(
                "RoleBinding", $"{DeploySettings.Name}-authentication-reader", "kube-system", "Role", "extension-apiserver-authentication-reader", settings);
        }
    }

    private static JsonObject CreateRule(string group, string[] verbs, params string[] resources) => new()
    {
        ["apiGroups"] = new JsonArray(group),
        ["resources"] = new JsonArray([.. resources.Select(static one => (JsonNode)one)]),
        ["verbs"] = new JsonArray([.. verbs.Select(static one => (JsonNode)one)]),
    };

    private static JsonObject CreateRole(string kind, string? ns, params JsonNode[] rules)
    {
        var role = CreateObject(Rbac, kind, DeploySettings.Name, ns);
        role["rules"] = new JsonArray(rules);
        return role;
    }

    private static JsonObject CreateBinding(string kind, string name, string? ns, string roleKind, string role, DeploySettings settings)
    {
        var binding = CreateObject(Rbac, kind, name, ns);
        binding["roleRef"] = new JsonObject { ["apiGroup"] = RbacGroup, ["kind"] = roleKind, ["name"] = role };
        binding["subjects"] = new JsonArray(new JsonObject
        {
            ["kind"] = "ServiceAccount",
            ["name"] = DeploySettings.Name,
            ["namespace"] = settings.Namespace,
        });
        return binding;
    }
}
