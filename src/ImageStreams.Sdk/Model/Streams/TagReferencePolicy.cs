using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>Which pull spec users of a tag get.</summary>
[WireObject]
public sealed partial record TagReferencePolicy
{
    /// <summary><c>Source</c> for where the image came from, <c>Local</c> for the integrated registry.</summary>
    [WireField("type")]
    public ReferencePolicyType Type { get; init; }

    private static readonly TagReferencePolicy Source = new() { Type = ReferencePolicyType.Source };

    /// <summary>The policy with what an API server fills in: <c>Source</c> where no type is named.</summary>
    public TagReferencePolicy WithDefaults() =>
        Type != default ? this : this == Default ? Source : this with { Type = ReferencePolicyType.Source };
}
