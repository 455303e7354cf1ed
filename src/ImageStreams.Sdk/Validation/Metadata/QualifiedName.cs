using ImageStreams.Collections;

namespace ImageStreams.Validation;

/// <summary>Validates the keys of labels and annotations, and finalizers: <c>name</c> or <c>example.com/name</c>.</summary>
internal static class QualifiedName
{
    /// <summary>The maximum length of the part after the slash.</summary>
    private const int MaxNameLength = 63;

    /// <summary>Finds the problems of a qualified name; <paramref name="description"/> is "label key" or the like.</summary>
    public static ValueList<string> FindProblems(string text, string description)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (text.LastIndexOf('/') != slash)
        {
            return [$"The {description} '{NameTexts.Excerpt(text)}' has more than one '/': write it as name or as example.com/name."];
        }

        ValueList<string> problems = slash < 0 ? [] : PrefixProblems(text[..slash], description);
        return [.. problems, .. NameProblems(text[(slash + 1)..], description)];
    }

    /// <summary>Determines whether a text consists of letters and digits, with <c>-</c>, <c>_</c> and <c>.</c> only
    /// between them.</summary>
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

    private static ValueList<string> PrefixProblems(string prefix, string description)
    {
        if (prefix.Length == 0)
        {
            return [$"The {description} has nothing before its '/': put a domain there, or remove the '/'."];
        }

        ValueList<string> problems = NameTexts.CountBytes(prefix) > DnsNames.MaxSubdomainLength
            ? [$"The domain of the {description} has more than {DnsNames.MaxSubdomainLength} characters: shorten it."]
            : [];
        return DnsNames.IsSubdomain(prefix)
            ? problems
            : problems.Add($"'{NameTexts.Excerpt(prefix)}' before the '/' of the {description} is not a domain such as example.com.");
    }

    private static ValueList<string> NameProblems(string name, string description)
    {
        ValueList<string> problems = NameTexts.CountBytes(name) switch
        {
            0 => [$"The {description} has no name: give it one."],
            > MaxNameLength => [$"The name in the {description} has more than {MaxNameLength} characters: shorten it."],
            _ => [],
        };
        return IsWord(name)
            ? problems
            : problems.Add($"'{NameTexts.Excerpt(name)}' in the {description} must be letters and digits, "
                + "with '-', '_' or '.' only between them.");
    }
}
