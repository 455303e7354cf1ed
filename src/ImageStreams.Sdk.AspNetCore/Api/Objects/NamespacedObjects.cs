using System.Collections.Immutable;
using ImageStreams.Storage;

namespace ImageStreams.AspNetCore;

/// <summary>Objects of one resource at one time, by namespace and name.</summary>
internal sealed class NamespacedObjects
{
    private static readonly ImmutableSortedDictionary<string, ClusterObject> None =
        ImmutableSortedDictionary.Create<string, ClusterObject>(StringComparer.Ordinal);

    private readonly ImmutableDictionary<string, ImmutableSortedDictionary<string, ClusterObject>> _byNamespace;

    private NamespacedObjects(ImmutableDictionary<string, ImmutableSortedDictionary<string, ClusterObject>> byNamespace) => _byNamespace = byNamespace;

    public static NamespacedObjects Create(IEnumerable<ClusterObject> objects) => new(objects
        .GroupBy(static one => one.Namespace, StringComparer.Ordinal)
        .ToImmutableDictionary(
            static inside => inside.Key, static inside => inside.ToImmutableSortedDictionary(static one => one.Name, static one => one, StringComparer.Ordinal)));

    /// <summary>The namespaces that have some.</summary>
    public IEnumerable<string> Namespaces => _byNamespace.Keys;

    /// <summary>Gets those of a namespace, by their names.</summary>
    public IEnumerable<ClusterObject> Get(string ns) => GetInside(ns).Values;

    /// <summary>Sets one; null removes it.</summary>
    public NamespacedObjects Set(ObjectKey key, ClusterObject? value)
    {
        var inside = GetInside(key.Namespace);
        inside = value is null ? inside.Remove(key.Name) : inside.SetItem(key.Name, value);
        return new NamespacedObjects(inside.IsEmpty ? _byNamespace.Remove(key.Namespace) : _byNamespace.SetItem(key.Namespace, inside));
    }

    private ImmutableSortedDictionary<string, ClusterObject> GetInside(string ns) => _byNamespace.GetValueOrDefault(ns, None);
}
