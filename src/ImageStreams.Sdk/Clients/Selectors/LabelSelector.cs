using ImageStreams.Collections;

namespace ImageStreams.Clients;

/// <summary>Which labels an object must have: Kubernetes' label selectors.</summary>
internal sealed class LabelSelector
{
    private readonly List<LabelRequirement> _requirements;

    private LabelSelector(List<LabelRequirement> requirements) => _requirements = requirements;

    /// <summary>Whether every object is selected.</summary>
    public bool IsEmpty => _requirements.Count == 0;

    /// <summary>Reads a selector; null and the empty text select everything.</summary>
    /// <exception cref="ApiException">The text is not a selector: a bad request.</exception>
    public static LabelSelector Parse(string? text) => new(new LabelSelectorReader(text ?? "").Read());

    /// <summary>Whether the labels meet every requirement.</summary>
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
