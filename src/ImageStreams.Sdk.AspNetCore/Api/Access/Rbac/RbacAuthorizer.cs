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

    /// <summary>Waits until the roles and bindings of the store are known; null when there is no store.</summary>
    internal Func<CancellationToken, ValueTask>? Prepare { get; set; }

    /// <summary>Decides on one access.</summary>
    /// <param name="access">The access.</param>
    /// <param name="cancellationToken">A token to cancel the wait for the store of an API, which the first decision may have.</param>
    /// <returns>The decision; an allowed one names the binding.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="access"/> is null.</exception>
    public ValueTask<AccessDecision> AuthorizeAsync(ApiAccess access, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(access);
        var prepared = Prepare?.Invoke(cancellationToken) ?? ValueTask.CompletedTask;
        return prepared.IsCompletedSuccessfully ? ValueTask.FromResult(Decide(access)) : DecideAfterAsync(prepared, access);
    }

    private async ValueTask<AccessDecision> DecideAfterAsync(ValueTask prepared, ApiAccess access)
    {
        await prepared.ConfigureAwait(false);
        return Decide(access);
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
