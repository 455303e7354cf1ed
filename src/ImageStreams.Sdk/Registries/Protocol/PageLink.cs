namespace ImageStreams.Registries;

/// <summary>Finds the next page of a list: <c>Link: &lt;/v2/name/tags/list?last=b&gt;; rel="next"</c> (RFC 8288).</summary>
internal static class PageLink
{
    private const int EndParts = 3;   // such as app/tags/list

    /// <summary>Finds the path and query of the next page; <see langword="null"/> at the end of the list.</summary>
    /// <remarks>
    /// Only the query of the link is used, on the path that was requested, so that nothing leaves the repository: registries
    /// behind a proxy write a scheme, a host, a port or the start of a path that only the proxy knows (Artifactory, Nexus). A
    /// link to the host of somebody else (<see cref="ProxiedHost"/>), or to the list of a repository with another name, is
    /// refused.
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

        var path = line.Call.Path.Split('?')[0];
        if (!ProxiedHost.IsSame(line.Uri, next))
        {
            throw RegistryClientErrors.BadLink(line, $"leads to another host, {next.Authority}; the list is at {line.Uri.Authority}");
        }

        if (!IsSameList(next, path))
        {
            throw RegistryClientErrors.BadLink(line, "leads out of the list");
        }

        return next.Query.Length > 1 ? path + next.Query : throw RegistryClientErrors.BadLink(line, "names no page");
    }

    /// <summary>Determines whether a path ends like the requested one: the last part of the repository's name, and the
    /// list.</summary>
    private static bool IsSameList(Uri next, string path)
    {
        var end = "/" + string.Join('/', path.Split('/')[^EndParts..]);
        return Uri.UnescapeDataString(next.AbsolutePath).TrimEnd('/').EndsWith(end, StringComparison.Ordinal);
    }
}
