namespace ImageStreams.Validation;

/// <summary>Recognizes the DNS names of Kubernetes (RFC 1123), lower-case only.</summary>
internal static class DnsNames
{
    /// <summary>The maximum length of a label.</summary>
    public const int MaxLabelLength = 63;

    /// <summary>The maximum length of a subdomain.</summary>
    public const int MaxSubdomainLength = 253;

    /// <summary>Determines whether a text consists of letters, digits and inner dashes, of any length.</summary>
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

    /// <summary>Determines whether a text consists of labels with dots between them, of any length.</summary>
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
