using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>What every list of the API has: its kind, its version, its metadata and the items.</summary>
/// <typeparam name="T">The objects in the list.</typeparam>
public abstract record ApiList<T>
    where T : ApiObject
{
    private protected ApiList()
    {
    }

    /// <summary>The kind's name; null where the context says it.</summary>
    [WireField("kind", OmitEmpty = true)]
    public string? Kind { get; init; }

    /// <summary>
    /// The group and version, such as <c>image.openshift.io/v1</c>; null where the context says it.
    /// </summary>
    [WireField("apiVersion", OmitEmpty = true)]
    public string? ApiVersion { get; init; }

    /// <summary>The list's version, and where to go on when it is one page of more.</summary>
    [WireField("metadata")]
    public ListMeta Metadata { get; init; } = ListMeta.Default;

    /// <summary>The objects.</summary>
    [WireField("items")]
    public ValueList<T> Items { get; init; }
}
