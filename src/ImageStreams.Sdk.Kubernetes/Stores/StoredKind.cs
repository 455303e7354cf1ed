using ImageStreams.Collections;
using ImageStreams.Schemas;
using ImageStreams.Serialization;

namespace ImageStreams.Kubernetes;

/// <summary>One of the kinds of a store: its resource, and the fields that the library does not know.</summary>
/// <typeparam name="T">The kind.</typeparam>
internal sealed record StoredKind<T>
    where T : ApiObject, IWireObject<T>
{
    /// <summary>The name of the kind.</summary>
    public required string Name { get; init; }

    /// <summary>The resource.</summary>
    public required ClusterResourceType Type { get; init; }

    /// <summary>The fields that the custom resource definition has.</summary>
    public required ObjectSchema Schema { get; init; }

    /// <summary>An object without anything.</summary>
    public required T Empty { get; init; }

    /// <summary>Describes an object for tables; absent where the fields of the object are enough.</summary>
    public Func<T, RawJson> Summarize { get; init; } = static _ => default;

    /// <summary>Gets the fields that the library does not know.</summary>
    public required Func<T, ValueMap<RawJson>> GetOthers { get; init; }

    /// <summary>Replaces the fields that the library does not know.</summary>
    public required Func<T, ValueMap<RawJson>, T> WithOthers { get; init; }

    /// <summary>The <c>apiVersion</c> of the custom resources.</summary>
    public string ApiVersion => $"{Type.Group}/{Type.Version}";
}
