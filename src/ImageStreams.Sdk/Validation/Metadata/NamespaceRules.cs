using ImageStreams.Collections;

namespace ImageStreams.Validation;

/// <summary>Validates the names of namespaces: one DNS label.</summary>
internal static class NamespaceRules
{
    /// <summary>Finds the problems of the name of a namespace.</summary>
    public static ValueList<string> FindProblems(string ns)
    {
        ValueList<string> problems = NameTexts.CountBytes(ns) > DnsNames.MaxLabelLength
            ? [$"The namespace '{NameTexts.Excerpt(ns)}' has more than {DnsNames.MaxLabelLength} characters: shorten it."]
            : [];
        return DnsNames.IsLabel(ns)
            ? problems
            : problems.Add(
                $"'{NameTexts.Excerpt(ns)}' is not a valid namespace: use lower-case letters and digits, with dashes between them.");
    }
}
