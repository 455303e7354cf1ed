using ImageStreams.Internal;
using ImageStreams.References;
using ImageStreams.Schemas;
using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>A reference to another object, such as the image that a tag follows or the tag that a trigger watches.</summary>
[WireObject(Definition = DefinitionNames.Core + "ObjectReference", IsAtomic = true)]
public sealed partial record ObjectReference
{
    /// <summary>Creates a reference to an image in a registry.</summary>
    /// <param name="pullSpec">The pull spec, such as <c>quay.io/team/app:1.0</c>; not checked.</param>
    /// <exception cref="ArgumentNullException"><paramref name="pullSpec"/> is null.</exception>
    public static ObjectReference DockerImage(string pullSpec)
    {
        ArgumentNullException.ThrowIfNull(pullSpec);
        return new() { Kind = ReferenceKinds.DockerImage, Name = pullSpec };
    }

    /// <summary>Creates a reference to a tag of a stream in the namespace of the object that holds the reference.</summary>
    /// <param name="name">The name, <c>stream:tag</c>; or the tag alone, in a stream that it is a tag of.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public static ObjectReference ImageStreamTag(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new() { Kind = ReferenceKinds.ImageStreamTag, Name = name };
    }

    /// <summary>Creates a reference to a tag of a stream.</summary>
    /// <param name="ns">The namespace; null means that of the object that holds the reference.</param>
    /// <param name="name">The name, <c>stream:tag</c>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public static ObjectReference ImageStreamTag(string? ns, string name) => ImageStreamTag(name) with { Namespace = ns };

    /// <summary>Creates a reference to one image of a stream in the namespace of the object that holds the reference.</summary>
    /// <param name="name">The name, <c>stream@digest</c>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public static ObjectReference ImageStreamImage(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new() { Kind = ReferenceKinds.ImageStreamImage, Name = name };
    }

    /// <summary>Creates a reference to one image of a stream.</summary>
    /// <param name="ns">The namespace; null means that of the object that holds the reference.</param>
    /// <param name="name">The name, <c>stream@digest</c>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public static ObjectReference ImageStreamImage(string? ns, string name) => ImageStreamImage(name) with { Namespace = ns };

    /// <summary>The kind, one of <see cref="ReferenceKinds"/> for a reference to an image.</summary>
    [WireField("kind", OmitEmpty = true)]
    public string? Kind { get; init; }

    /// <summary>The namespace; null means that of the object that holds the reference.</summary>
    [WireField("namespace", OmitEmpty = true)]
    public string? Namespace { get; init; }

    /// <summary>The name: <c>stream:tag</c>, <c>stream@digest</c> or a pull spec, depending on the kind.</summary>
    [WireField("name", OmitEmpty = true)]
    public string? Name { get; init; }

    /// <summary>The UID.</summary>
    [WireField("uid", OmitEmpty = true)]
    public string? Uid { get; init; }

    /// <summary>The group and version.</summary>
    [WireField("apiVersion", OmitEmpty = true)]
    public string? ApiVersion { get; init; }

    /// <summary>The resource version.</summary>
    [WireField("resourceVersion", OmitEmpty = true)]
    public string? ResourceVersion { get; init; }

    /// <summary>The field of the object to which the reference points.</summary>
    [WireField("fieldPath", OmitEmpty = true)]
    public string? FieldPath { get; init; }

    /// <summary>Gets the namespace that the reference means: its own, or that of the object that holds it.</summary>
    /// <param name="holder">The namespace of the object that holds the reference; null reads as empty.</param>
    public string NamespaceOr(string? holder) => string.IsNullOrEmpty(Namespace) ? holder ?? "" : Namespace;

    /// <summary>Creates a copy whose kind is <c>ImageStreamTag</c>; the same object when it has a kind.</summary>
    internal ObjectReference WithDefaultKind() =>
        string.IsNullOrEmpty(Kind) ? this with { Kind = ReferenceKinds.ImageStreamTag } : this;

    /// <summary>Creates a copy that names the tag <c>latest</c> of the stream that this reference names.</summary>
    /// <remarks>The tag is appended to whatever name there is, as OpenShift does: <c>ruby:2</c> becomes
    /// <c>ruby:2:latest</c>.</remarks>
    internal ObjectReference WithLatestTag() =>
        this with { Kind = ReferenceKinds.ImageStreamTag, Name = $"{Name}:{DockerHub.LatestTag}" };

    /// <summary>Returns the kind and the full name.</summary>
    public override string ToString() => PrintableText.Escape(
        string.IsNullOrEmpty(Namespace) ? $"{Kind} {Name}" : $"{Kind} {Namespace}/{Name}", ObjectMeta.MaxText);
}
