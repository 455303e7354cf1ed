using ImageStreams.Collections;
using ImageStreams.Schemas;
using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>The details of a <see cref="KubernetesStatus"/>: the object that it concerns, and the causes.</summary>
[WireObject(Definition = DefinitionNames.Meta + "StatusDetails")]
public sealed partial record StatusDetails
{
    /// <summary>The name of the object.</summary>
    [WireField("name", OmitEmpty = true)]
    public string? Name { get; init; }

    /// <summary>The object's API group.</summary>
    [WireField("group", OmitEmpty = true)]
    public string? Group { get; init; }

    /// <summary>The object's kind, or its resource's name.</summary>
    [WireField("kind", OmitEmpty = true)]
    public string? Kind { get; init; }

    /// <summary>The object's UID.</summary>
    [WireField("uid", OmitEmpty = true)]
    public string? Uid { get; init; }

    /// <summary>The causes, one for each thing that is wrong.</summary>
    [WireField("causes", OmitEmpty = true, ListType = "atomic")]
    public ValueList<StatusCause> Causes { get; init; }

    /// <summary>The time to wait before the next attempt, in seconds; 0 when not given.</summary>
    [WireField("retryAfterSeconds", OmitEmpty = true)]
    public int RetryAfterSeconds { get; init; }

    /// <summary>Returns the kind and the name of the object.</summary>
    public override string ToString() => $"{Kind} {Name}";
}
