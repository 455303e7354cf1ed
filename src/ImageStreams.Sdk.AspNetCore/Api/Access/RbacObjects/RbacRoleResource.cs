using System.Text.Json.Nodes;

namespace ImageStreams.AspNetCore;

/// <summary><c>roles</c> or <c>clusterroles</c>.</summary>
internal sealed class RbacRoleResource(ResourceDefinition definition, RbacPolicy policy, RbacFacts facts)
    : RbacResource(definition, policy, facts)
{
    protected override IEnumerable<(string Namespace, string Name, JsonObject Json)> List() => Policy.Roles
        .Where(role => role.Namespace.Length > 0 == Definition.IsNamespaced)
        .Select(static role => (role.Namespace, role.Name, Write(role)));

    protected override JsonObject? Find(string ns, string name) => Policy.FindRole(ns, name) is { } role ? Write(role) : null;

    protected override JsonObject Set(ApiAccess access, JsonObject body, bool isDryRun)
    {
        var role = RbacJson.ReadRole(body, access.Namespace, access.Name);
        RbacEscalation.Require(Policy, access.User, access.Namespace, role.Rules, access);
        if (!isDryRun)
        {
            Policy.Set(role);
        }

        return Write(role);
    }

    protected override void RemoveFromPolicy(string ns, string name) => Policy.RemoveRole(ns, name);

    private static JsonObject Write(RbacRole role)
    {
        var json = new JsonObject();
        RbacJson.Write(json, role);
        return json;
    }
}
