using ImageStreams.Internal;

namespace ImageStreams.Storage;

/// <summary>The key of an object in a store: its namespace and its name.</summary>
/// <param name="Namespace">The namespace; empty for a cluster-wide object.</param>
/// <param name="Name">The name.</param>
/// <exception cref="ArgumentNullException">A part is null.</exception>
public readonly record struct ObjectKey(string Namespace, string Name)
{
    /// <summary>The order of lists: by the UTF-8 bytes of the namespaces, and then of the names.</summary>
    public static IComparer<ObjectKey> ListOrder { get; } = Comparer<ObjectKey>.Create(Compare);

    /// <summary>The namespace; empty for a cluster-wide object.</summary>
    public string Namespace { get; init; } = Namespace ?? throw new ArgumentNullException(nameof(Namespace));

    /// <summary>The name.</summary>
    public string Name { get; init; } = Name ?? throw new ArgumentNullException(nameof(Name));

    /// <summary>Returns the key of an object.</summary>
    /// <exception cref="ArgumentException">The object has no name.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public static ObjectKey FromObject(ApiObject value)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentException.ThrowIfNullOrEmpty(value.Metadata.Name);

        return new ObjectKey(value.Namespace, value.Metadata.Name);
    }

    /// <summary>Returns the namespace and the name, joined by a slash; the name alone when there is no namespace.</summary>
    public override string ToString() => string.IsNullOrEmpty(Namespace) ? Name : Namespace + "/" + Name;

    private static int Compare(ObjectKey left, ObjectKey right)
    {
        var byNamespace = Utf8Order.Compare(left.Namespace, right.Namespace);
        return byNamespace != 0 ? byNamespace : Utf8Order.Compare(left.Name, right.Name);
    }
}
