using ImageStreams.Schemas;
using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>A reference to an owner, whose deletion deletes the object that holds the reference.</summary>
[WireObject(Definition = DefinitionNames.Meta + "OwnerReference", IsAtomic = true)]
public sealed partial record OwnerReference
{
    /// <summary>The owner's group and version.</summary>
    [WireField("apiVersion")]
    public string ApiVersion { get; init; } = "";

    /// <summary>The owner's kind.</summary>
    [WireField("kind")]
    public string Kind { get; init; } = "";

    /// <summary>The owner's name, in the same namespace.</summary>
    [WireField("name")]
    public string Name { get; init; } = "";

    /// <summary>The owner's UID.</summary>
    [WireField("uid")]
    public string Uid { get; init; } = "";

    /// <summary>Gets a value indicating whether the owner is the controller that manages the object.</summary>
    [WireField("controller", OmitEmpty = true)]
    public bool? Controller { get; init; }

    /// <summary>Gets a value indicating whether the owner cannot be deleted in the foreground before this object is.</summary>
    [WireField("blockOwnerDeletion", OmitEmpty = true)]
    public bool? BlockOwnerDeletion { get; init; }

    /// <summary>Returns the kind and the name.</summary>
    public override string ToString() => $"{Kind} {Name}";
}
