using ImageStreams.Serialization;

namespace ImageStreams.Workloads;

/// <summary>A reference to the tag that a field follows.</summary>
[WireObject]
public sealed partial record ObjectFieldTriggerReference
{
    /// <summary>The kind; only <c>ImageStreamTag</c> is supported.</summary>
    [WireField("kind")]
    public string Kind { get; init; } = "";

    /// <summary>The name, <c>stream:tag</c>.</summary>
    [WireField("name")]
    public string Name { get; init; } = "";

    /// <summary>The namespace; null means that of the object that has the annotation.</summary>
    [WireField("namespace", OmitEmpty = true)]
    public string? Namespace { get; init; }

    /// <summary>The group and version; a trigger fires only without one.</summary>
    [WireField("apiVersion", OmitEmpty = true)]
    public string? ApiVersion { get; init; }

    /// <inheritdoc cref="ObjectReference.NamespaceOr(string?)"/>
    public string NamespaceOr(string? holder) => string.IsNullOrEmpty(Namespace) ? holder ?? "" : Namespace;

    /// <summary>Converts the reference to the form that other objects use.</summary>
    internal ObjectReference ToReference() => new()
    {
        Kind = Kind,
        Name = Name,
        Namespace = Namespace,
        ApiVersion = ApiVersion,
    };

    /// <summary>Returns the kind and the full name.</summary>
    public override string ToString() => string.IsNullOrEmpty(Namespace) ? $"{Kind} {Name}" : $"{Kind} {Namespace}/{Name}";
}
