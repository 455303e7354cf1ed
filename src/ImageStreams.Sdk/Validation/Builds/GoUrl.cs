using System.Buffers;

namespace ImageStreams.Validation;

/// <summary>Recognizes the URLs that Go's <c>net/url</c> reads, as far as mistakes are common.</summary>
internal static class GoUrl
{
    /// <summary>The characters of a scheme (RFC 3986, section 3.1).</summary>
    private static readonly SearchValues<char> SchemeCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");

    /// <summary>Determines whether a text is a URL: no control characters, complete percent escapes, a host without blanks, a port
    /// that is a number, and no colon in the first folder of a path.</summary>
    public static bool IsValid(string url)
    {
        if (url.Any(static c => c is < ' ' or '\x7f') || HasBrokenEscape(BeforeQuery(url)) || (!HasScheme(url) && HasColonFirst(url)))
        {
            return false;
        }

        var start = url.IndexOf("://", StringComparison.Ordinal);
        return start < 0 || IsAuthority(url.AsSpan(start + 3));
    }

    /// <summary>Determines whether a text begins with a scheme, such as <c>https:</c>.</summary>
    public static bool HasScheme(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && char.IsAsciiLetter(text[0]) && text.AsSpan(0, colon).IndexOfAnyExcept(SchemeCharacters) < 0;
    }

    private static bool HasColonFirst(string path) => path.Split('/', 2)[0].Contains(':', StringComparison.Ordinal);

    private static string BeforeQuery(string url) => url.Split('?', 2)[0];

    private static bool HasBrokenEscape(string url)
    {
        for (var at = url.IndexOf('%', StringComparison.Ordinal); at >= 0; at = url.IndexOf('%', at + 1))
        {
            if (at + 2 >= url.Length || !char.IsAsciiHexDigit(url[at + 1]) || !char.IsAsciiHexDigit(url[at + 2]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAuthority(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOfAny('/', '?', '#');
        var authority = end < 0 ? rest : rest[..end];
        var host = authority[(authority.LastIndexOf('@') + 1)..];
        if (host.IndexOfAny(" <>\"") >= 0)
        {
            return false;
        }

        var port = host.LastIndexOf(':');
        return port <= host.LastIndexOf(']') || host[(port + 1)..].IndexOfAnyExceptInRange('0', '9') < 0;
    }
}
