using ImageStreams.Collections;
using ImageStreams.Internal;
using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>The base of all lists of API objects: kind, version, metadata and items.</summary>
/// <typeparam name="T">The objects in the list.</typeparam>
public abstract record ApiList<T>
    where T : ApiObject
{
    private protected ApiList()
    {
    }

    /// <summary>The <c>kind</c>; null where the context implies it.</summary>
    [WireField("kind", OmitEmpty = true)]
    public string? Kind { get; init; }

    /// <summary>
    /// The <c>apiVersion</c>, such as <c>image.openshift.io/v1</c>; null where the context implies it.
    /// </summary>
    [WireField("apiVersion", OmitEmpty = true)]
    public string? ApiVersion { get; init; }

    /// <summary>The version of the list, and the token of the next page.</summary>
    [WireField("metadata", Optional = true)]
    public ListMeta Metadata { get; init; } = ListMeta.Default;

    /// <summary>The objects.</summary>
    [WireField("items")]
    public ValueList<T> Items { get; init; }

    /// <summary>Returns the kind and the number of items, such as <c>ImageStreamList (2 items)</c>.</summary>
    public sealed override string ToString() => $"{GetType().Name} ({Quantity.Format(Items.Count, "item")})";
}
