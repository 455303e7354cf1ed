namespace ImageStreams.Validation;

/// <summary>Validates media types like OpenShift: RFC 6838 without parameters, with optional spaces around them.</summary>
internal static class MediaTypeRules
{
    private const int MaxNameLength = 127;
    private const string TypePunctuation = "!#$&^_-";
    private const string SubtypePunctuation = "!#$&^_.+-";

    /// <summary>Determines whether a text is <c>type/subtype</c>; the type has no dots and no plus.</summary>
    public static bool IsValid(ReadOnlySpan<char> text)
    {
        text = text.Trim(' ');
        var slash = text.IndexOf('/');
        return slash >= 0
            && IsName(text[..slash], TypePunctuation)
            && IsName(text[(slash + 1)..], SubtypePunctuation);
    }

    private static bool IsName(ReadOnlySpan<char> name, string punctuation)
    {
        if (name.Length is 0 or > MaxNameLength || !char.IsAsciiLetterOrDigit(name[0]))
        {
            return false;
        }

        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && !punctuation.Contains(c, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }
}
