namespace ImageStreams.Validation;

/// <summary>The DNS names that Kubernetes builds on (RFC 1123), lower-case only.</summary>
internal static class DnsNames
{
    /// <summary>The most characters of a label.</summary>
    public const int MaxLabelLength = 63;

    /// <summary>The most characters of a subdomain.</summary>
    public const int MaxSubdomainLength = 253;

    /// <summary>Letters, digits and inner dashes, whatever their number.</summary>
    public static bool IsLabel(ReadOnlySpan<char> text)
    {
        if (text is [] or ['-', ..] or [.., '-'])
        {
            return false;
        }

        foreach (var c in text)
        {
            if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Labels with dots between them, whatever their number.</summary>
    public static bool IsSubdomain(ReadOnlySpan<char> text)
    {
        foreach (var label in text.Split('.'))
        {
            if (!IsLabel(text[label]))
            {
                return false;
            }
        }

        return true;
    }
}
