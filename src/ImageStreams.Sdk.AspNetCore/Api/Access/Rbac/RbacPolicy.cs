using System.Collections.Immutable;
using ImageStreams.Clients;

namespace ImageStreams.AspNetCore;

/// <summary>The roles and bindings of a cluster.</summary>
/// <remarks>Safe for use by several threads; a change counts for every request that begins after it.</remarks>
public sealed class RbacPolicy
{
    private readonly Lock _lock = new();
    private volatile RbacState _state = RbacState.Empty;

    /// <summary>The roles, by namespace and name; those of the whole cluster first.</summary>
    public IReadOnlyList<RbacRole> Roles => [.. _state.Roles.Values];

    /// <summary>The bindings, by namespace and name; those of the whole cluster first.</summary>
    public IReadOnlyList<RbacBinding> Bindings => [.. _state.Bindings.Values.SelectMany(static inside => inside.Values)];

    /// <summary>Creates a policy with the roles and bindings that an OpenShift cluster begins with, as far as they matter to images,
    /// workloads and projects.</summary>
    /// <returns>The policy.</returns>
    public static RbacPolicy CreateDefault()
    {
        var policy = new RbacPolicy();
        foreach (var role in DefaultRoles.All)
        {
            policy.Set(role);
        }

        foreach (var binding in DefaultBindings.All)
        {
            policy.Set(binding);
        }

        return policy;
    }

    /// <summary>Adds a role, or replaces the one of its name.</summary>
    /// <param name="role">The role.</param>
    /// <exception cref="ArgumentNullException"><paramref name="role"/> is null.</exception>
    public void Set(RbacRole role)
    {
        ArgumentNullException.ThrowIfNull(role);
        Change(state => state with { Roles = state.Roles.SetItem((role.Namespace, role.Name), role) });
    }

    /// <summary>Adds a binding, or replaces the one of its name.</summary>
    /// <param name="binding">The binding; its role may be added later.</param>
    /// <exception cref="ArgumentNullException"><paramref name="binding"/> is null.</exception>
    public void Set(RbacBinding binding)
    {
        ArgumentNullException.ThrowIfNull(binding);
        Change(state => state.Set(binding));
    }

    /// <summary>Removes a role; its bindings then give nothing.</summary>
    /// <param name="ns">The namespace; empty for a <c>ClusterRole</c>.</param>
    /// <param name="name">The name.</param>
    public void RemoveRole(string ns, string name) => Change(state => state with { Roles = state.Roles.Remove((ns, name)) });

    /// <summary>Removes a binding.</summary>
    /// <param name="ns">The namespace; empty for a <c>ClusterRoleBinding</c>.</param>
    /// <param name="name">The name.</param>
    public void RemoveBinding(string ns, string name) => Change(state => state.Remove(ns, name));

    /// <summary>Finds a role; null when there is none.</summary>
    /// <param name="ns">The namespace; empty for a <c>ClusterRole</c>.</param>
    /// <param name="name">The name.</param>
    /// <returns>The role, or null.</returns>
    public RbacRole? FindRole(string ns, string name) => _state.Roles.GetValueOrDefault((ns, name));

    /// <summary>Finds a binding; null when there is none.</summary>
    /// <param name="ns">The namespace; empty for a <c>ClusterRoleBinding</c>.</param>
    /// <param name="name">The name.</param>
    /// <returns>The binding, or null.</returns>
    public RbacBinding? FindBinding(string ns, string name) =>
        _state.Bindings.TryGetValue(ns, out var inside) ? inside.GetValueOrDefault(name) : null;

    /// <summary>Gets the rules that a user has in a namespace, with the binding and the subject that give each.</summary>
    internal IEnumerable<RbacGrant> GetGrants(ApiUser user, string ns)
    {
        var state = _state;
        return state.GetBindings("").Concat(ns.Length == 0 ? [] : state.GetBindings(ns)).SelectMany(binding => GetGrants(state, binding, user));
    }

    private static IEnumerable<RbacGrant> GetGrants(RbacState state, RbacBinding binding, ApiUser user)
    {
        var subject = binding.Subjects.FirstOrDefault(subject => subject.Includes(user, binding.Namespace));
        var role = subject is null ? null : state.Roles.GetValueOrDefault((binding.IsNamespacedRole ? binding.Namespace : "", binding.Role));
        return role is null ? [] : role.Rules.Select(rule => new RbacGrant(binding, role, subject!, rule));
    }

    private void Change(Func<RbacState, RbacState> change)
    {
        lock (_lock)
        {
            _state = change(_state);
        }
    }
}
