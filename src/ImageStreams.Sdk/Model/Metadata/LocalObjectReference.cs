using ImageStreams.Schemas;
using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>A reference to an object of the same namespace.</summary>
[WireObject(Definition = DefinitionNames.Core + "LocalObjectReference", IsAtomic = true)]
public sealed partial record LocalObjectReference
{
    /// <summary>The name.</summary>
    [WireField("name", OmitEmpty = true, HasDefault = true)]
    public string? Name { get; init; }

    /// <summary>Returns the name.</summary>
    public override string ToString() => Name ?? "";
}
