using ImageStreams.Collections;

namespace ImageStreams.Validation;

/// <summary>The keys of labels and annotations, and finalizers: <c>name</c> or <c>example.com/name</c>.</summary>
internal static class QualifiedName
{
    /// <summary>The most characters of the part behind the slash.</summary>
    private const int MaxNameLength = 63;

    /// <summary>What is wrong with a qualified name; <paramref name="what"/> is "label key" or the like.</summary>
    public static ValueList<string> FindProblems(string text, string what)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (text.LastIndexOf('/') != slash)
        {
            return [$"The {what} '{NameTexts.Excerpt(text)}' has more than one '/': write it as name or as example.com/name."];
        }

        ValueList<string> problems = slash < 0 ? [] : PrefixProblems(text[..slash], what);
        return [.. problems, .. NameProblems(text[(slash + 1)..], what)];
    }

    /// <summary>Whether a text is made of letters and digits, with <c>-</c>, <c>_</c> and <c>.</c> inside.</summary>
    public static bool IsWord(ReadOnlySpan<char> text) =>
        text is [var first, .., var last]
            ? char.IsAsciiLetterOrDigit(first) && char.IsAsciiLetterOrDigit(last) && !HasOtherCharacters(text)
            : text is [var only] && char.IsAsciiLetterOrDigit(only);

    private static bool HasOtherCharacters(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '.'))
            {
                return true;
            }
        }

        return false;
    }

    private static ValueList<string> PrefixProblems(string prefix, string what)
    {
        if (prefix.Length == 0)
        {
            return [$"The {what} has nothing before its '/': put a domain there, or remove the '/'."];
        }

        ValueList<string> problems = NameTexts.CountBytes(prefix) > DnsNames.MaxSubdomainLength
            ? [$"The domain of the {what} has more than {DnsNames.MaxSubdomainLength} characters: shorten it."]
            : [];
        return DnsNames.IsSubdomain(prefix)
            ? problems
            : problems.Add($"'{NameTexts.Excerpt(prefix)}' before the '/' of the {what} is no domain such as example.com.");
    }

    private static ValueList<string> NameProblems(string name, string what)
    {
        ValueList<string> problems = name.Length == 0 ? [$"The {what} has no name: give it one."]
            : NameTexts.CountBytes(name) > MaxNameLength
                ? [$"The name in the {what} has more than {MaxNameLength} characters: shorten it."]
            : [];
        return IsWord(name)
            ? problems
            : problems.Add($"'{NameTexts.Excerpt(name)}' in the {what} must be letters and digits, "
                + "with '-', '_' or '.' only between them.");
    }
}
