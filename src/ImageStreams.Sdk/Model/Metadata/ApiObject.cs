using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>What every object of the API has: its kind, its version and its metadata.</summary>
public abstract record ApiObject
{
    private protected ApiObject()
    {
    }

    /// <summary>The kind's name; null where the context says it, as in the items of a list.</summary>
    [WireField("kind", OmitEmpty = true)]
    public string? Kind { get; init; }

    /// <summary>
    /// The group and version, such as <c>image.openshift.io/v1</c>; null where the context says it.
    /// </summary>
    [WireField("apiVersion", OmitEmpty = true)]
    public string? ApiVersion { get; init; }

    /// <summary>The name, namespace, versions, labels and annotations.</summary>
    [WireField("metadata")]
    public ObjectMeta Metadata { get; init; } = ObjectMeta.Default;

    /// <summary>The <c>metadata.name</c>; empty when the object has none.</summary>
    public string Name => Metadata.Name ?? "";

    /// <summary>The <c>metadata.namespace</c>; empty when the object has none.</summary>
    public string Namespace => Metadata.Namespace ?? "";
}
