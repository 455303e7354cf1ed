using ImageStreams.Collections;
using ImageStreams.Internal;
using ImageStreams.Schemas;
using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>The metadata of an object: name, versions, labels and annotations.</summary>
/// <remarks>Mirrors <c>ObjectMeta</c> of the Kubernetes API, <c>meta/v1</c>.</remarks>
[WireObject(Definition = DefinitionNames.Meta + "ObjectMeta")]
public sealed partial record ObjectMeta
{
    /// <summary>The maximum number of characters of an object in a message; names that a server accepts are shorter.</summary>
    internal const int MaxText = 512;

    /// <summary>The name, unique in its namespace for its kind.</summary>
    [WireField("name", OmitEmpty = true)]
    public string? Name { get; init; }

    /// <summary>The prefix of a generated name, used when no name is given.</summary>
    [WireField("generateName", OmitEmpty = true)]
    public string? GenerateName { get; init; }

    /// <summary>The namespace; null for a cluster-scoped object, and where the context implies it.</summary>
    [WireField("namespace", OmitEmpty = true)]
    public string? Namespace { get; init; }

    /// <summary>A link to the object; servers no longer set it.</summary>
    [WireField("selfLink", OmitEmpty = true)]
    public string? SelfLink { get; init; }

    /// <summary>The UID, which differs from that of earlier objects of the same name.</summary>
    [WireField("uid", OmitEmpty = true)]
    public string? Uid { get; init; }

    /// <summary>The version in the store; an opaque text, compared for equality only.</summary>
    [WireField("resourceVersion", OmitEmpty = true)]
    public string? ResourceVersion { get; init; }

    /// <summary>The number of changes of the desired state; 0 when not counted.</summary>
    [WireField("generation", OmitEmpty = true)]
    public long Generation { get; init; }

    /// <summary>The time at which the server created the object.</summary>
    [WireField("creationTimestamp", OmitEmpty = true)]
    public Timestamp CreationTimestamp { get; init; }

    /// <summary>The time at which the object is to be deleted; null while no deletion is requested.</summary>
    [WireField("deletionTimestamp", OmitEmpty = true)]
    public Timestamp? DeletionTimestamp { get; init; }

    /// <summary>The grace period of the deletion, in seconds.</summary>
    [WireField("deletionGracePeriodSeconds", OmitEmpty = true)]
    public long? DeletionGracePeriodSeconds { get; init; }

    /// <summary>The labels, by which objects are selected.</summary>
    [WireField("labels", OmitEmpty = true)]
    public ValueMap<string> Labels { get; init; }

    /// <summary>The annotations.</summary>
    [WireField("annotations", OmitEmpty = true)]
    public ValueMap<string> Annotations { get; init; }

    /// <summary>The owners, whose deletion deletes this object.</summary>
    [WireField("ownerReferences", OmitEmpty = true, ListType = "map", MergeKey = "uid")]
    public ValueList<OwnerReference> OwnerReferences { get; init; }

    /// <summary>The finalizers, which must be removed before the object is deleted.</summary>
    [WireField("finalizers", OmitEmpty = true, ListType = "set")]
    public ValueList<string> Finalizers { get; init; }

    /// <summary>The fields that each field manager owns.</summary>
    [WireField("managedFields", OmitEmpty = true, ListType = "atomic")]
    public ValueList<ManagedFieldsEntry> ManagedFields { get; init; }

    /// <summary>Returns the full name and the resource version, such as <c>shop/ruby@7</c>.</summary>
    public override string ToString()
    {
        var name = string.IsNullOrEmpty(Namespace) ? Name : $"{Namespace}/{Name}";
        var text = string.IsNullOrEmpty(ResourceVersion) ? name ?? "" : $"{name}@{ResourceVersion}";
        return PrintableText.Escape(text, MaxText);
    }
}
