namespace ImageStreams.Registries;

/// <summary>Finds the next page of a list: <c>Link: &lt;/v2/name/tags/list?last=b&gt;; rel="next"</c> (RFC 8288).</summary>
internal static class PageLink
{
    /// <summary>Finds the path and query of the next page; <see langword="null"/> at the end of the list.</summary>
    /// <remarks>
    /// The scheme of the link is not followed: registries behind a proxy that ends TLS write <c>http</c> for their own
    /// address. Any other host, and any path outside the registry API, is refused.
    /// </remarks>
    /// <exception cref="RegistryException">The link is malformed or leads elsewhere.</exception>
    public static string? FindNext(RegistryResponse response)
    {
        foreach (var header in response.GetHeader("Link"))
        {
            if (LinkScanner.FindNext(header, out var malformed) is { } target)
            {
                return Require(target, response.Line);
            }

            if (malformed)
            {
                throw RegistryClientErrors.BadLink(response.Line, "is malformed");
            }
        }

        return null;
    }

    private static string Require(string target, RequestLine line)
    {
        if (!Uri.TryCreate(line.Uri, target, out var next) || next.Scheme is not ("http" or "https"))
        {
            throw RegistryClientErrors.BadLink(line, "is malformed");
        }

        if (!next.Host.Equals(line.Uri.Host, StringComparison.OrdinalIgnoreCase)
            || (next.Port != line.Uri.Port && !next.IsDefaultPort))
        {
            throw RegistryClientErrors.BadLink(line, $"leads to another host, {next.Authority}");
        }

        return next.AbsolutePath == line.Call.Path.Split('?')[0]
            ? next.PathAndQuery
            : throw RegistryClientErrors.BadLink(line, "leads out of the list");
    }
}
