using ImageStreams.Clients;
using ImageStreams.Collections;

namespace ImageStreams.AspNetCore;

/// <summary>Admits the writes of roles and bindings by which nobody gives more than they have.</summary>
internal sealed class RbacAdmission(ResourceDefinition definition, RbacPolicy policy)
{
    /// <summary>Admits a write.</summary>
    /// <exception cref="ApiException">The user does not have the rights that are given (403), or the role is still to come (404).</exception>
    public ValueTask AdmitAsync(ClusterObject next, ClusterObject? old, ResourceRequest request, CancellationToken cancellationToken)
    {
        var access = new ApiAccess
        {
            User = request.User,
            Verb = request.Verb,
            Group = definition.Group,
            Resource = definition.Plural,
            Namespace = next.Namespace,
            Name = next.Name,
        };
        var document = ObjectDocuments.FromObject(next);
        if (definition.Kind is RbacKey.Role or RbacKey.ClusterRole)
        {
            var role = RbacJson.ReadRole(document, next.Namespace, next.Name);
            RbacEscalation.Require(policy, role.Rules, access, access with { Verb = "escalate" });
            if (RbacAggregation.IsChanged(document, old is null ? null : ObjectDocuments.FromObject(old)))
            {
                RbacEscalation.RequireAll(policy, access, access with { Verb = "escalate" });
            }
        }
        else
        {
            var binding = RbacJson.ReadBinding(document, next.Namespace, next.Name);
            RbacEscalation.Require(policy, FindRules(binding, request.User), access, CreateBind(access, binding));
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>Finds what a binding gives. Who may not do everything may not bind a role that is still to come, whatever it will
    /// give.</summary>
    private ValueList<RbacRule> FindRules(RbacBinding binding, ApiUser user)
    {
        if (policy.FindRole(binding.IsNamespacedRole ? binding.Namespace : "", binding.Role) is { } role)
        {
            return role.Rules;
        }

        return user.Groups.Contains(ApiGroups.Masters)
            ? default
            : throw ServedErrors.NotFound(binding.IsNamespacedRole ? RbacDefinitions.Roles : RbacDefinitions.ClusterRoles, binding.Role);
    }

    // The right to bind a role stands for all that the role gives.
    private static ApiAccess CreateBind(ApiAccess access, RbacBinding binding) => access with
    {
        Verb = "bind",
        Resource = (binding.IsNamespacedRole ? RbacDefinitions.Roles : RbacDefinitions.ClusterRoles).Plural,
        Name = binding.Role,
    };
}
