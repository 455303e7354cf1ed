using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>The metadata of an object: what it is called, its versions, its labels and annotations.</summary>
/// <remarks>Mirrors <c>ObjectMeta</c> of the Kubernetes API, <c>meta/v1</c>.</remarks>
[WireObject]
public sealed partial record ObjectMeta
{
    /// <summary>The name, unique in its namespace for its kind.</summary>
    [WireField("name", OmitEmpty = true)]
    public string? Name { get; init; }

    /// <summary>The beginning of a name that the server completes when no name is given.</summary>
    [WireField("generateName", OmitEmpty = true)]
    public string? GenerateName { get; init; }

    /// <summary>The namespace; null for a cluster-wide object, and where the context says it.</summary>
    [WireField("namespace", OmitEmpty = true)]
    public string? Namespace { get; init; }

    /// <summary>A link to the object; servers no longer fill it.</summary>
    [WireField("selfLink", OmitEmpty = true)]
    public string? SelfLink { get; init; }

    /// <summary>What tells this object from former ones of the same name.</summary>
    [WireField("uid", OmitEmpty = true)]
    public string? Uid { get; init; }

    /// <summary>The version in the store; an opaque text, compared for equality only.</summary>
    [WireField("resourceVersion", OmitEmpty = true)]
    public string? ResourceVersion { get; init; }

    /// <summary>Counts changes of the desired state; 0 when not counted.</summary>
    [WireField("generation", OmitEmpty = true)]
    public long Generation { get; init; }

    /// <summary>When the server made the object.</summary>
    [WireField("creationTimestamp", OmitEmpty = true)]
    public Timestamp CreationTimestamp { get; init; }

    /// <summary>When the object is to go; null while nobody asked for that.</summary>
    [WireField("deletionTimestamp", OmitEmpty = true)]
    public Timestamp? DeletionTimestamp { get; init; }

    /// <summary>How long the object may take to end, in seconds.</summary>
    [WireField("deletionGracePeriodSeconds", OmitEmpty = true)]
    public long? DeletionGracePeriodSeconds { get; init; }

    /// <summary>Names and values to select objects by.</summary>
    [WireField("labels", OmitEmpty = true)]
    public ValueMap<string> Labels { get; init; }

    /// <summary>Names and values that tools attach.</summary>
    [WireField("annotations", OmitEmpty = true)]
    public ValueMap<string> Annotations { get; init; }

    /// <summary>The objects whose end ends this one.</summary>
    [WireField("ownerReferences", OmitEmpty = true)]
    public ValueList<OwnerReference> OwnerReferences { get; init; }

    /// <summary>What must happen before the object goes.</summary>
    [WireField("finalizers", OmitEmpty = true)]
    public ValueList<string> Finalizers { get; init; }

    /// <summary>Who owns which fields.</summary>
    [WireField("managedFields", OmitEmpty = true)]
    public ValueList<ManagedFieldsEntry> ManagedFields { get; init; }
}
