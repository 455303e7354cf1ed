using ImageStreams.Collections;

namespace ImageStreams.Validation;

/// <summary>The sentence that says why a registry is refused.</summary>
internal static class AdmissionTexts
{
    /// <summary>The most patterns that are listed; of more, one fewer and a count.</summary>
    private const int MaxShown = 5;

    /// <summary>Names the registry, those that are allowed, and what to do.</summary>
    public static string Refused(string registry, ValueList<RegistryPattern> patterns) => patterns.IsEmpty
        ? $"Images may not come from '{NameTexts.Excerpt(registry)}', nor from anywhere else, as the list of allowed "
            + "registries is empty: add the registry to it."
        : $"Images may not come from '{NameTexts.Excerpt(registry)}' but only from {List(patterns)}: "
            + "use an image from there, or add the registry to those allowed.";

    private static string List(ValueList<RegistryPattern> patterns)
    {
        var shown = patterns.Count <= MaxShown ? patterns.Count : MaxShown - 1;
        var names = string.Join(", ", patterns.Take(shown).Select(pattern => $"'{NameTexts.Excerpt(pattern.ToString())}'"));
        return shown == patterns.Count ? names : $"{names} and {patterns.Count - shown} more";
    }
}
