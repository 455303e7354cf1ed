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

    public RbacState Set(RbacBinding binding)
    {
        var inside = Bindings.GetValueOrDefault(binding.Namespace, NoBindings).SetItem(binding.Name, binding);
        return this with { Bindings = Bindings.SetItem(binding.Namespace, inside) };
    }

    public RbacState Remove(string ns, string name) =>
        this with { Bindings = Bindings.SetItem(ns, Bindings.GetValueOrDefault(ns, NoBindings).Remove(name)) };
}
