namespace ImageStreams.Validation;

/// <summary>Media types as OpenShift checks them: RFC 6838 without parameters, blanks around tolerated.</summary>
internal static class MediaTypeRules
{
    private const int MaxNameLength = 127;
    private const string TypeMarks = "!#$&^_-";
    private const string SubtypeMarks = "!#$&^_.+-";

    /// <summary>Whether a text is <c>type/subtype</c>; the type has no dots and no plus.</summary>
    public static bool IsValid(ReadOnlySpan<char> text)
    {
        text = text.Trim(' ');
        return text.IndexOf('/') is var slash and >= 0
            && IsName(text[..slash], TypeMarks)
            && IsName(text[(slash + 1)..], SubtypeMarks);
    }

    private static bool IsName(ReadOnlySpan<char> name, string marks)
    {
        if (name.Length is 0 or > MaxNameLength || !char.IsAsciiLetterOrDigit(name[0]))
        {
            return false;
        }

        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && !marks.Contains(c, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }
}
