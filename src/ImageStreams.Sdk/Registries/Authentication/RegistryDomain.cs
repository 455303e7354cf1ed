using System.Collections.Frozen;

namespace ImageStreams.Registries;

/// <summary>Determines which hosts belong to the owner of a registry, without a list of public suffixes.</summary>
/// <remarks>
/// <para>The registry itself and every host below it belong to its owner. So do its parent domain and the hosts below that,
/// when the registry is named for its role (<c>registry-1.docker.io</c>, <c>docker.example.com</c>): such a name is chosen by
/// the owner of the domain, while others (<c>alice.github.io</c>, <c>shop.co.uk</c>) may be the names of customers.</para>
/// <para>Never a parent are a single label (<c>io</c>), the second level of a country (<c>co.uk</c>, <c>com.au</c>), and
/// anything above an address.</para>
/// </remarks>
internal static class RegistryDomain
{
    private const int CountryLength = 2;
    private const int MaxSecondLevelLength = 3;

    private static readonly FrozenSet<string> Roles = new[]
    {
        "registry", "registries", "reg", "docker", "dockerhub", "dtr", "cr", "container", "containers", "image", "images", "oci",
        "hub", "index", "mirror", "mirrors", "repo", "repos", "artifact", "artifacts", "artifactory", "jfrog", "nexus", "harbor",
        "quay", "git", "gitlab", "gitea", "forgejo",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

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
        var dot = registry.IndexOf('.', StringComparison.Ordinal);
        var parent = registry[(dot + 1)..];
        return HasRole(registry.AsSpan(0, dot))
            && parent.Contains('.', StringComparison.Ordinal)
            && !IsSecondLevelOfCountry(parent)
            && (host.Equals(parent, StringComparison.OrdinalIgnoreCase) || IsBelow(parent, host));
    }

    private static bool IsBelow(string domain, string host) =>
        host.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase);

    /// <summary>Determines whether a part of a label is the name of a role, with or without a number.</summary>
    private static bool HasRole(ReadOnlySpan<char> label)
    {
        var roles = Roles.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var part in label.Split('-'))
        {
            if (roles.Contains(label[part].TrimEnd("0123456789")))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSecondLevelOfCountry(string domain) =>
        domain.IndexOf('.', StringComparison.Ordinal) is var dot and <= MaxSecondLevelLength
        && domain.Length - dot - 1 == CountryLength;
}
