using System.Collections.Immutable;

namespace ImageStreams.AspNetCore;

/// <summary>Roles and bindings at one time.</summary>
internal sealed record RbacState
{
    private static readonly ImmutableSortedDictionary<string, RbacBinding> NoBindings =
        ImmutableSortedDictionary.Create<string, RbacBinding>(StringComparer.Ordinal);

    public static RbacState Empty { get; } = new();

    /// <summary>The roles by namespace and name; a <c>ClusterRole</c> has an empty namespace.</summary>
    public ImmutableSortedDictionary<(string Namespace, string Name), RbacRole> Roles { get; init; } =
        ImmutableSortedDictionary.Create<(string Namespace, string Name), RbacRole>(
            Comparer<(string Namespace, string Name)>.Create(static (left, right) =>
                string.CompareOrdinal(left.Namespace, right.Namespace) is var order and not 0
                    ? order
                    : string.CompareOrdinal(left.Name, right.Name)));

    /// <summary>The bindings of each namespace by their names.</summary>
    public ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, RbacBinding>> Bindings { get; init; } =
        ImmutableSortedDictionary.Create<string, ImmutableSortedDictionary<string, RbacBinding>>(StringComparer.Ordinal);

    public IEnumerable<RbacBinding> GetBindings(string ns) => Bindings.GetValueOrDefault(ns, NoBindings).Values;

    /// <summary>Sets a role or a binding; null removes it.</summary>
    public RbacState Put(RbacKey key, object? value) => value switch
    {
        RbacRole role => this with { Roles = Roles.SetItem((key.Namespace, key.Name), role) },
        RbacBinding binding => With(key.Namespace, GetInside(key.Namespace).SetItem(key.Name, binding)),
        _ when key.IsRole => this with { Roles = Roles.Remove((key.Namespace, key.Name)) },
        _ => With(key.Namespace, GetInside(key.Namespace).Remove(key.Name)),
    };

    private ImmutableSortedDictionary<string, RbacBinding> GetInside(string ns) => Bindings.GetValueOrDefault(ns, NoBindings);

    private RbacState With(string ns, ImmutableSortedDictionary<string, RbacBinding> inside) =>
        this with { Bindings = inside.IsEmpty ? Bindings.Remove(ns) : Bindings.SetItem(ns, inside) };
}
