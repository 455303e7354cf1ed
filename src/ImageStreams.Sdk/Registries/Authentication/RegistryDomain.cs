namespace ImageStreams.Registries;

/// <summary>Determines which hosts belong to the owner of a registry.</summary>
/// <remarks>The registry itself and every host below it belong to its owner. So do its parent domain and the hosts below that
/// (<c>auth.docker.io</c> for <c>registry-1.docker.io</c>), unless the parent is a single label (<c>io</c>) or a domain below
/// which anybody can have a name (<c>co.uk</c>, <c>github.io</c>; see <see cref="SharedDomains"/>).</remarks>
internal static class RegistryDomain
{
    /// <summary>Determines whether a host belongs to the owner of a registry; both without a port.</summary>
    public static bool Includes(string registry, string host)
    {
        (registry, host) = (registry.TrimEnd('.'), host.TrimEnd('.'));
        if (host.Equals(registry, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        return IsDomain(registry) && (IsBelow(registry, host) || IsInParent(registry, host));
    }

    private static bool IsDomain(string registry) =>
        Uri.CheckHostName(registry) == UriHostNameType.Dns && registry.Contains('.', StringComparison.Ordinal);

    private static bool IsInParent(string registry, string host)
    {
        var parent = registry[(registry.IndexOf('.', StringComparison.Ordinal) + 1)..];
        return parent.Contains('.', StringComparison.Ordinal)
            && !SharedDomains.Contains(parent)
            && (host.Equals(parent, StringComparison.OrdinalIgnoreCase) || IsBelow(parent, host));
    }

    private static bool IsBelow(string domain, string host) =>
        host.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase);
}
