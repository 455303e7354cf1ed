using ImageStreams.Collections;

namespace ImageStreams.Validation;

/// <summary>The messages for registries that are not allowed.</summary>
internal static class AdmissionTexts
{
    /// <summary>The maximum number of listed patterns; with more, one fewer is listed, followed by the number of the
    /// others.</summary>
    private const int MaxShown = 5;

    /// <summary>Returns one sentence with the registry, the allowed ones, and the remedy.</summary>
    public static string Refused(string registry, ValueList<RegistryPattern> patterns) => patterns.IsEmpty
        ? $"Images may not come from '{NameTexts.Excerpt(registry)}', because the list of allowed registries is empty: "
            + "add the registry to it."
        : $"Images may not come from '{NameTexts.Excerpt(registry)}', only from {List(patterns)}: "
            + "use an image from an allowed registry, or add the registry to the list.";

    private static string List(ValueList<RegistryPattern> patterns)
    {
        var shown = patterns.Count <= MaxShown ? patterns.Count : MaxShown - 1;
        var names = string.Join(", ", patterns.Take(shown).Select(pattern => $"'{NameTexts.Excerpt(pattern.ToString())}'"));
        return shown == patterns.Count ? names : $"{names} and {patterns.Count - shown} more";
    }
}
