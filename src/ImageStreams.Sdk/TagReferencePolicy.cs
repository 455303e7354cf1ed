using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>Which pull spec users of a tag get.</summary>
[WireObject]
public sealed partial record TagReferencePolicy
{
    /// <summary><c>Source</c> for where the image came from, <c>Local</c> for the integrated registry.</summary>
    [WireField("type")]
    public ReferencePolicyType Type { get; init; }
}
