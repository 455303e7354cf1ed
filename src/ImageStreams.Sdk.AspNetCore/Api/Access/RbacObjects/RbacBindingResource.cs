using System.Text.Json.Nodes;
using ImageStreams.Collections;

namespace ImageStreams.AspNetCore;

/// <summary><c>rolebindings</c> or <c>clusterrolebindings</c>.</summary>
internal sealed class RbacBindingResource(ResourceDefinition definition, RbacPolicy policy, RbacFacts facts)
    : RbacResource(definition, policy, facts)
{
    protected override IEnumerable<(string Namespace, string Name, JsonObject Json)> List() => Policy.Bindings
        .Where(binding => binding.Namespace.Length > 0 == Definition.IsNamespaced)
        .Select(static binding => (binding.Namespace, binding.Name, Write(binding)));

    protected override JsonObject? Find(string ns, string name) =>
        Policy.FindBinding(ns, name) is { } binding ? Write(binding) : null;

    protected override JsonObject Set(ApiAccess access, JsonObject body, bool isDryRun)
    {
        var binding = RbacJson.ReadBinding(body, access.Namespace, access.Name);
        RbacEscalation.Require(Policy, access.User, access.Namespace, FindRules(access, binding), access);
        if (!isDryRun)
        {
            Policy.Set(binding);
        }

        return Write(binding);
    }

    protected override void RemoveFromPolicy(string ns, string name) => Policy.RemoveBinding(ns, name);

    /// <summary>Finds what the binding gives. Who may not do everything may not bind a role that is still to come, whatever it will
    /// give.</summary>
    private ValueList<RbacRule> FindRules(ApiAccess access, RbacBinding binding)
    {
        if (Policy.FindRole(binding.IsNamespacedRole ? access.Namespace : "", binding.Role) is { } role)
        {
            return role.Rules;
        }

        return access.User.Groups.Contains(ApiGroups.Masters)
            ? default
            : throw ServedErrors.NotFound(binding.IsNamespacedRole ? RbacDefinitions.Roles : RbacDefinitions.ClusterRoles, binding.Role);
    }

    private static JsonObject Write(RbacBinding binding)
    {
        var json = new JsonObject();
        RbacJson.Write(json, binding);
        return json;
    }
}
