using ImageStreams.Lifecycle;

namespace ImageStreams.AspNetCore;

/// <summary>Decides by roles and their bindings, as the <c>RBAC</c> mode of Kubernetes does: everything that no rule gives is
/// denied.</summary>
/// <remarks>Members of <c>system:masters</c> may do everything. A decision looks at the bindings of the whole cluster and of the
/// namespace, and takes time in proportion to their number.</remarks>
public sealed class RbacAuthorizer : IApiAuthorizer
{
    private static readonly AccessDecision Denied = AccessDecision.Deny("");

    /// <summary>Creates the authorizer.</summary>
    /// <param name="policy">The roles and bindings.</param>
    /// <exception cref="ArgumentNullException"><paramref name="policy"/> is null.</exception>
    public RbacAuthorizer(RbacPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        Policy = policy;
    }

    /// <summary>The roles and bindings.</summary>
    public RbacPolicy Policy { get; }

    /// <summary>Decides on one access.</summary>
    /// <param name="access">The access.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>The decision; an allowed one names the binding.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="access"/> is null.</exception>
    public ValueTask<AccessDecision> AuthorizeAsync(ApiAccess access, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(access);
        return ValueTask.FromResult(Decide(access));
    }

    private AccessDecision Decide(ApiAccess access)
    {
        if (access.User.Groups.Contains(ApiGroups.Masters))
        {
            return AccessDecision.Allow;
        }

        var grant = Policy.GetGrants(access.User, access.IsResource ? access.Namespace : "").FirstOrDefault(grant => grant.Rule.Allows(access));
        return grant is null
            ? Denied
            : AccessDecision.Allow with { Reason = $"RBAC: allowed by {grant.Binding} of {DescribeRole(grant)} to {grant.Subject}" };
    }

    private static string DescribeRole(RbacGrant grant) => $"{grant.Role.Kind} {AccessText.Quote(grant.Role.Name)}";
}
