using ImageStreams.Collections;

namespace ImageStreams.Clients;

/// <summary>A label selector of Kubernetes: the labels that an object must have.</summary>
internal sealed class LabelSelector
{
    private readonly List<LabelRequirement> _requirements;

    private LabelSelector(List<LabelRequirement> requirements) => _requirements = requirements;

    /// <summary>Gets a value indicating whether the selector matches every object.</summary>
    public bool IsEmpty => _requirements.Count == 0;

    /// <summary>Parses a selector; null and the empty text match everything.</summary>
    /// <exception cref="ApiException">The text is malformed (<see cref="ApiFailure.BadRequest"/>).</exception>
    public static LabelSelector Parse(string? text) => new(new LabelSelectorReader(text ?? "").Read());

    /// <summary>Determines whether labels meet every requirement.</summary>
    public bool Matches(ValueMap<string> labels)
    {
        foreach (var requirement in _requirements)
        {
            if (!requirement.IsMet(labels))
            {
                return false;
            }
        }

        return true;
    }
}
