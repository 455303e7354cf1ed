namespace ImageStreams.Validation;

/// <summary>OpenShift's rule for the digest of a manifest in an index: any text that contains a digest.</summary>
internal static class LenientDigest
{
    private const int MinDigits = 32;

    /// <summary>Determines whether a text contains an algorithm, a colon and hexadecimal digits.</summary>
    public static bool OccursIn(ReadOnlySpan<char> text)
    {
        var colon = text.IndexOf(':');
        while (colon >= 0)
        {
            if (EndsInAlgorithm(text[..colon]) && BeginsWithDigits(text[(colon + 1)..]))
            {
                return true;
            }

            text = text[(colon + 1)..];
            colon = text.IndexOf(':');
        }

        return false;
    }

    /// <summary>Determines whether a text ends with the end of an algorithm: trailing letters and digits, at least one
    /// of them a letter.</summary>
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
