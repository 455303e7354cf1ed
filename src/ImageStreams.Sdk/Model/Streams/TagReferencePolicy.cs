using ImageStreams.Schemas;
using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>The reference policy of a tag: the pull spec that its users get.</summary>
[WireObject(Definition = DefinitionNames.Image + "TagReferencePolicy")]
public sealed partial record TagReferencePolicy
{
    private static readonly TagReferencePolicy Source = new() { Type = ReferencePolicyType.Source };

    /// <summary><c>Source</c> for the source of the image, <c>Local</c> for the integrated registry.</summary>
    [WireField("type")]
    public ReferencePolicyType Type { get; init; }

    /// <summary>Creates a copy with the default that an API server sets: the type <c>Source</c>.</summary>
    /// <returns>The copy; the same object when the policy has a type.</returns>
    public TagReferencePolicy WithDefaults()
    {
        if (Type != default)
        {
            return this;
        }

        return this == Default ? Source : this with { Type = ReferencePolicyType.Source };
    }

    /// <summary>Returns the type.</summary>
    public override string ToString() => Type.Text;
}
