using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams.Workloads;

/// <summary>A container of a pod.</summary>
/// <remarks>Has the fields that triggers need; all other fields are kept as unknown fields.</remarks>
[WireObject]
public sealed partial record Container : IKeyed
{
    string IKeyed.Key => Name;

    /// <summary>The container's name, unique in its pod.</summary>
    [WireField("name")]
    public string Name { get; init; } = "";

    /// <summary>The pull spec of the image.</summary>
    [WireField("image", OmitEmpty = true)]
    public string? Image { get; init; }

    /// <summary>Returns the name and the image.</summary>
    public override string ToString() => $"{Name}: {Image}";
}
