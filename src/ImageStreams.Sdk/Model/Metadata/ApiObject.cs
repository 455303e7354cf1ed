using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>The base of all API objects: kind, version and metadata.</summary>
public abstract record ApiObject
{
    private protected ApiObject()
    {
    }

    /// <summary>The <c>kind</c>; null where the context implies it, as in the items of a list.</summary>
    [WireField("kind", OmitEmpty = true)]
    public string? Kind { get; init; }

    /// <summary>
    /// The <c>apiVersion</c>, such as <c>image.openshift.io/v1</c>; null where the context implies it.
    /// </summary>
    [WireField("apiVersion", OmitEmpty = true)]
    public string? ApiVersion { get; init; }

    /// <summary>The name, namespace, versions, labels and annotations.</summary>
    [WireField("metadata", Optional = true)]
    public ObjectMeta Metadata { get; init; } = ObjectMeta.Default;

    /// <summary>The <c>metadata.name</c>; empty when the object has none.</summary>
    public string Name => Metadata.Name ?? "";

    /// <summary>The <c>metadata.namespace</c>; empty when the object has none.</summary>
    public string Namespace => Metadata.Namespace ?? "";

    /// <summary>Returns the kind, the full name and the resource version, such as <c>ImageStream shop/ruby@7</c>.</summary>
    public sealed override string ToString() => $"{GetType().Name} {Metadata}";
}
