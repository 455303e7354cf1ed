using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>A reference to a tag of a stream.</summary>
[WireObject]
public sealed partial record ImageStreamTagReference
{
    /// <summary>The namespace; null means that of the object that holds the reference.</summary>
    [WireField("namespace", OmitEmpty = true)]
    public string? Namespace { get; init; }

    /// <summary>The name, <c>stream:tag</c>.</summary>
    [WireField("name", OmitEmpty = true)]
    public string? Name { get; init; }

    /// <summary>Returns the full name of the tag.</summary>
    public override string ToString() => string.IsNullOrEmpty(Namespace) ? Name ?? "" : $"{Namespace}/{Name}";
}
