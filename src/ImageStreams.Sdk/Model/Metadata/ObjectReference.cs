using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>Names another object: what a tag follows, what a trigger watches, what a build starts from.</summary>
[WireObject]
public sealed partial record ObjectReference
{
    /// <summary>Names an image in a registry.</summary>
    /// <param name="pullSpec">The pull spec, such as <c>quay.io/team/app:1.0</c>; not checked.</param>
    public static ObjectReference DockerImage(string pullSpec) =>
        new() { Kind = ReferenceKinds.DockerImage, Name = pullSpec };

    /// <summary>Names a tag of a stream.</summary>
    /// <param name="name">The name, <c>stream:tag</c>; or the tag alone, in a stream that it is a tag of.</param>
    /// <param name="ns">The namespace; null means that of the object that holds the reference.</param>
    public static ObjectReference ImageStreamTag(string name, string? ns = null) =>
        new() { Kind = ReferenceKinds.ImageStreamTag, Name = name, Namespace = ns };

    /// <summary>Names one image of a stream.</summary>
    /// <param name="name">The name, <c>stream@digest</c>.</param>
    /// <param name="ns">The namespace; null means that of the object that holds the reference.</param>
    public static ObjectReference ImageStreamImage(string name, string? ns = null) =>
        new() { Kind = ReferenceKinds.ImageStreamImage, Name = name, Namespace = ns };

    /// <summary>The kind, one of <see cref="ReferenceKinds"/> where an image is meant.</summary>
    [WireField("kind", OmitEmpty = true)]
    public string? Kind { get; init; }

    /// <summary>The namespace; null means that of the object that holds the reference.</summary>
    [WireField("namespace", OmitEmpty = true)]
    public string? Namespace { get; init; }

    /// <summary>The name: <c>stream:tag</c>, <c>stream@digest</c> or a pull spec, as the kind says.</summary>
    [WireField("name", OmitEmpty = true)]
    public string? Name { get; init; }

    /// <summary>The UID.</summary>
    [WireField("uid", OmitEmpty = true)]
    public string? Uid { get; init; }

    /// <summary>The group and version.</summary>
    [WireField("apiVersion", OmitEmpty = true)]
    public string? ApiVersion { get; init; }

    /// <summary>The version that was looked at.</summary>
    [WireField("resourceVersion", OmitEmpty = true)]
    public string? ResourceVersion { get; init; }

    /// <summary>A part of the object.</summary>
    [WireField("fieldPath", OmitEmpty = true)]
    public string? FieldPath { get; init; }

    /// <summary>The namespace that the reference means: its own, or that of the object that holds it.</summary>
    /// <param name="holder">The namespace of the object that holds the reference; null reads as empty.</param>
    public string NamespaceOr(string? holder) => string.IsNullOrEmpty(Namespace) ? holder ?? "" : Namespace;
}
