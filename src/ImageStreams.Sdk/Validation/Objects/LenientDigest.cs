namespace ImageStreams.Validation;

/// <summary>What OpenShift takes for the digest of a manifest in an index: any text that a digest occurs in.</summary>
internal static class LenientDigest
{
    private const int MinDigits = 32;

    /// <summary>Whether an algorithm, a colon and hexadecimal digits occur anywhere in a text.</summary>
    public static bool OccursIn(ReadOnlySpan<char> text)
    {
        while (text.IndexOf(':') is var colon and >= 0)
        {
            if (EndsInAlgorithm(text[..colon]) && BeginsWithDigits(text[(colon + 1)..]))
            {
                return true;
            }

            text = text[(colon + 1)..];
        }

        return false;
    }

    /// <summary>The end of an algorithm is one: of the letters and digits at the end, one is a letter.</summary>
    private static bool EndsInAlgorithm(ReadOnlySpan<char> text)
    {
        var end = text.Length;
        while (end > 0 && char.IsAsciiDigit(text[end - 1]))
        {
            end--;
        }

        return end > 0 && char.IsAsciiLetter(text[end - 1]);
    }

    private static bool BeginsWithDigits(ReadOnlySpan<char> text)
    {
        var digits = 0;
        while (digits < MinDigits && digits < text.Length && char.IsAsciiHexDigit(text[digits]))
        {
            digits++;
        }

        return digits == MinDigits;
    }
}
