namespace ImageStreams.Manifests;

/// <summary>The grammar of numbers in JSON.</summary>
internal static class JsonNumber
{
    /// <summary>Gets a value indicating whether a text is a number of JSON, by RFC 8259, section 6.</summary>
    public static bool IsValid(ReadOnlySpan<char> text)
    {
        var rest = text.StartsWith("-") ? text[1..] : text;
        var digits = CountDigits(rest);
        if (digits == 0 || (digits > 1 && rest[0] == '0'))
        {
            return false;
        }

        rest = rest[digits..];
        return SkipFraction(ref rest) && SkipExponent(ref rest) && rest.IsEmpty;
    }

    private static bool SkipFraction(ref ReadOnlySpan<char> rest)
    {
        if (!rest.StartsWith("."))
        {
            return true;
        }

        var digits = CountDigits(rest[1..]);
        rest = rest[(1 + digits)..];
        return digits > 0;
    }

    private static bool SkipExponent(ref ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty || rest[0] is not ('e' or 'E'))
        {
            return true;
        }

        rest = rest[1..];
        rest = !rest.IsEmpty && rest[0] is '+' or '-' ? rest[1..] : rest;
        var digits = CountDigits(rest);
        rest = rest[digits..];
        return digits > 0;
    }

    /// <summary>Counts the ASCII digits that a text begins with.</summary>
    public static int CountDigits(ReadOnlySpan<char> text)
    {
        var count = text.IndexOfAnyExceptInRange('0', '9');
        return count < 0 ? text.Length : count;
    }
}
