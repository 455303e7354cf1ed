using ImageStreams.Collections;

namespace ImageStreams.Validation;

/// <summary>What a namespace may be called: one DNS label.</summary>
internal static class NamespaceRules
{
    /// <summary>What is wrong with the name of a namespace.</summary>
    public static ValueList<string> FindProblems(string ns)
    {
        ValueList<string> problems = NameTexts.CountBytes(ns) > DnsNames.MaxLabelLength
            ? [$"The namespace '{NameTexts.Excerpt(ns)}' has more than {DnsNames.MaxLabelLength} characters: shorten it."]
            : [];
        return DnsNames.IsLabel(ns)
            ? problems
            : problems.Add(
                $"'{NameTexts.Excerpt(ns)}' is no namespace: use lower-case letters and digits, with dashes between them.");
    }
}
