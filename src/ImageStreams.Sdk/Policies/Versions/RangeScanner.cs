namespace ImageStreams.Policies;

/// <summary>Finds the ends of the parts of a range in its text.</summary>
internal static class RangeScanner
{
    /// <summary>Tests for white space of the grammar.</summary>
    public static bool IsSpace(char c) => c is ' ' or '\t' or '\n' or '\f' or '\r';

    /// <summary>Skips white space.</summary>
    public static int SkipSpace(ReadOnlySpan<char> text, int start)
    {
        while (start < text.Length && IsSpace(text[start]))
        {
            start++;
        }

        return start;
    }

    /// <summary>Finds the end of a version with wildcards; the start itself when there is none.</summary>
    public static int SkipVersion(ReadOnlySpan<char> text, int start)
    {
        var at = start < text.Length && text[start] == 'v' ? start + 1 : start;
        var end = SkipNumber(text, at);
        if (end == at)
        {
            return start;
        }

        for (var part = 0; part < 2 && end < text.Length && text[end] == '.' && SkipNumber(text, end + 1) > end + 1; part++)
        {
            end = SkipNumber(text, end + 1);
        }

        return SkipIdentifiers(text, SkipIdentifiers(text, end, '-'), '+');
    }

    /// <summary>Finds the end of a number or wildcard.</summary>
    public static int SkipNumber(ReadOnlySpan<char> text, int start)
    {
        // The bar is in the original's class of characters, where it can only make a range invalid.
        while (start < text.Length && (char.IsAsciiDigit(text[start]) || text[start] is '|' or 'x' or 'X' or '*'))
        {
            start++;
        }

        return start;
    }

    private static int SkipIdentifiers(ReadOnlySpan<char> text, int start, char mark)
    {
        if (start >= text.Length || text[start] != mark)
        {
            return start;
        }

        var end = SkipIdentifier(text, start + 1);
        if (end == start + 1)
        {
            return start;
        }

        while (end < text.Length && text[end] == '.' && SkipIdentifier(text, end + 1) > end + 1)
        {
            end = SkipIdentifier(text, end + 1);
        }

        return end;
    }

    private static int SkipIdentifier(ReadOnlySpan<char> text, int start)
    {
        while (start < text.Length && (char.IsAsciiLetterOrDigit(text[start]) || text[start] == '-'))
        {
            start++;
        }

        return start;
    }
}
