namespace ImageStreams.Registries;

/// <summary>Determines whether a link names the registry that sent it, which may not know the name that its proxy has.</summary>
/// <remarks>
/// Nothing is sent to the other name: this only decides whether the link can be about the same list. It can if one of the
/// two is a name that only a private network has, if one of the two is a domain of the other (a subdomain for each repository of
/// Artifactory), or if they share a domain and the path begins with a part that the proxy takes away
/// (<c>/artifactory/api/docker/…/v2/</c>).
/// </remarks>
internal static class ProxiedHost
{
    private const string ApiRoot = "/v2/";
    private static readonly string[] PrivateDomains = [".local", ".internal", ".intranet", ".lan", ".home.arpa", ".svc"];

    /// <summary>Determines whether a link leads to the registry of an address, under whatever name.</summary>
    public static bool IsSame(Uri registry, Uri link)
    {
        var (known, named) = (GetHost(registry), GetHost(link));
        return named.Equals(known, StringComparison.OrdinalIgnoreCase)
            || IsPrivate(named)
            || IsPrivate(known)
            || IsBelow(known, named)
            || IsBelow(named, known)
            || (RegistryDomain.Includes(known, named) && !link.AbsolutePath.StartsWith(ApiRoot, StringComparison.Ordinal));
    }

    private static bool IsPrivate(string host) =>
        (AddressZones.FindZone(host) ?? AddressZone.Public) != AddressZone.Public
        || IsSingleLabel(host)
        || Array.Exists(PrivateDomains, domain => host.EndsWith(domain, StringComparison.OrdinalIgnoreCase));

    /// <summary>Determines whether a name has no dot, as the services of a cluster and of Docker Compose.</summary>
    private static bool IsSingleLabel(string host) => host.Length > 0 && !host.AsSpan().ContainsAny('.', ':');

    private static bool IsBelow(string host, string domain) =>
        domain.Contains('.', StringComparison.Ordinal)
        && !SharedDomains.Contains(domain)
        && Uri.CheckHostName(domain) == UriHostNameType.Dns
        && host.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase);

    private static string GetHost(Uri address) => HostNames.Get(address).TrimEnd('.');
}
