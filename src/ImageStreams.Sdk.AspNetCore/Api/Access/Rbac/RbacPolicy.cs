using System.Collections.Immutable;
using ImageStreams.Clients;

namespace ImageStreams.AspNetCore;

/// <summary>The roles and bindings of a cluster.</summary>
/// <remarks>
/// <para>The image API keeps them in its store beside those that clients create, and follows there what clients change. What code or
/// configuration has set is set again at each start, unless a client has given it the annotation
/// <c>rbac.authorization.kubernetes.io/autoupdate</c> with the value <c>false</c>.</para>
/// <para>Safe for use by several threads; a change counts for every request that begins after it.</para>
/// </remarks>
public sealed class RbacPolicy
{
    private readonly Lock _lock = new();
    private volatile RbacState _state = RbacState.Empty;
    private volatile ImmutableHashSet<RbacKey> _unsaved = [];

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
        Change(RbacKey.ForRole(role.Namespace, role.Name), role);
    }

    /// <summary>Adds a binding, or replaces the one of its name.</summary>
    /// <param name="binding">The binding; its role may be added later.</param>
    /// <exception cref="ArgumentNullException"><paramref name="binding"/> is null.</exception>
    public void Set(RbacBinding binding)
    {
        ArgumentNullException.ThrowIfNull(binding);
        Change(RbacKey.ForBinding(binding.Namespace, binding.Name), binding);
    }

    /// <summary>Removes a role; its bindings then give nothing.</summary>
    /// <param name="ns">The namespace; empty for a <c>ClusterRole</c>.</param>
    /// <param name="name">The name.</param>
    public void RemoveRole(string ns, string name) => Change(RbacKey.ForRole(ns, name), null);

    /// <summary>Removes a binding.</summary>
    /// <param name="ns">The namespace; empty for a <c>ClusterRoleBinding</c>.</param>
    /// <param name="name">The name.</param>
    public void RemoveBinding(string ns, string name) => Change(RbacKey.ForBinding(ns, name), null);

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

    /// <summary>The changes by code that no store has yet.</summary>
    internal IReadOnlyCollection<RbacKey> Unsaved => _unsaved;

    /// <summary>Finds a role or a binding; null when there is none.</summary>
    internal object? Find(RbacKey key) => key.IsRole ? FindRole(key.Namespace, key.Name) : FindBinding(key.Namespace, key.Name);

    /// <summary>Gets the keys of the roles or bindings of one kind.</summary>
    internal IEnumerable<RbacKey> GetKeys(string kind)
    {
        var keys = kind is RbacKey.Role or RbacKey.ClusterRole
            ? Roles.Select(static role => RbacKey.ForRole(role.Namespace, role.Name))
            : Bindings.Select(static binding => RbacKey.ForBinding(binding.Namespace, binding.Name));
        return keys.Where(key => key.Kind == kind);
    }

    /// <summary>Sets what the store has, unless code has changed it and the store does not know that yet; null to remove it.</summary>
    internal void Follow(RbacKey key, object? value)
    {
        lock (_lock)
        {
            if (!_unsaved.Contains(key))
            {
                _state = _state.Put(key, value);
            }
        }
    }

    /// <summary>Notes that the store has a value; one that code has changed meanwhile is still to be saved.</summary>
    internal void MarkSaved(RbacKey key, object? value)
    {
        lock (_lock)
        {
            if (ReferenceEquals(Find(key), value))
            {
                _unsaved = _unsaved.Remove(key);
            }
        }
    }

    private void Change(RbacKey key, object? value)
    {
        lock (_lock)
        {
            _state = _state.Put(key, value);
            _unsaved = _unsaved.Add(key);
        }
    }
}
