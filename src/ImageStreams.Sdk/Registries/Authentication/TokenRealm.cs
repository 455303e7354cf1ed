namespace ImageStreams.Registries;

/// <summary>Determines whether the token server that a registry names may be contacted, and may get credentials.</summary>
internal static class TokenRealm
{
    /// <summary>Returns the address of the token server.</summary>
    /// <exception cref="RegistryException">The realm is not an HTTP address, leaves HTTPS although the registry was not
    /// named insecure, or would get the credentials of another domain.</exception>
    public static Uri Require(
        AuthenticationChallenge challenge, RequestLine line, RegistryClientSettings settings, bool withCredentials)
    {
        if (!Uri.TryCreate(challenge.Realm, UriKind.Absolute, out var realm)
            || realm.Scheme is not ("http" or "https")
            || realm.UserInfo.Length > 0)
        {
            throw RegistryClientErrors.RealmMalformed(line);
        }

        if (realm.Scheme == "http" && !line.Call.Repository.Insecure)
        {
            throw RegistryClientErrors.RealmOverHttp(line, realm.Authority);
        }

        return withCredentials && !IsTrusted(realm.Host, line.Uri.Host)
            && !settings.TrustedTokenHosts.Contains(realm.Host)
            ? throw RegistryClientErrors.RealmOnOtherHost(line, realm.Authority)
            : realm;
    }

    /// <summary>Determines whether a token server is on the registry's host, its parent domain, or another host of that
    /// domain.</summary>
    /// <remarks>A parent of one label (<c>io</c>) is not a domain of its own, and addresses have no parent.</remarks>
    private static bool IsTrusted(string realm, string registry)
    {
        if (realm.Equals(registry, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        var parent = registry[(registry.IndexOf('.', StringComparison.Ordinal) + 1)..];
        return Uri.CheckHostName(registry) == UriHostNameType.Dns
            && parent.Length < registry.Length
            && parent.Contains('.', StringComparison.Ordinal)
            && (realm.Equals(parent, StringComparison.OrdinalIgnoreCase)
                || realm.EndsWith("." + parent, StringComparison.OrdinalIgnoreCase));
    }
}
