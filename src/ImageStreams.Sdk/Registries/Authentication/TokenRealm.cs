namespace ImageStreams.Registries;

/// <summary>Determines whether the token server that a registry names may be contacted, and may get credentials.</summary>
internal static class TokenRealm
{
    /// <summary>Returns the address of the token server.</summary>
    /// <exception cref="RegistryException">The realm is not an HTTP address, leaves HTTPS although the registry was not
    /// named insecure, is blocked, or would get the credentials of another domain.</exception>
    public static Uri Require(
        AuthenticationChallenge challenge, RequestLine line, RegistryClientSettings settings, bool withCredentials)
    {
        if (!Uri.TryCreate(challenge.Realm, UriKind.Absolute, out var realm)
            || realm.Scheme is not ("http" or "https")
            || realm.UserInfo.Length > 0
            || HostNames.Get(realm).Length == 0)
        {
            throw RegistryClientErrors.RealmMalformed(line);
        }

        if (realm.Scheme == "http" && !line.Call.Repository.Insecure)
        {
            throw RegistryClientErrors.RealmOverHttp(line, realm.Authority);
        }

        if (line.Call.Repository.BlockedHosts.Find(realm) is { } scope)
        {
            throw RegistryClientErrors.RealmBlocked(line, realm.Authority, scope);
        }

        if (withCredentials && !settings.IsTrustedTokenHost(realm))
        {
            RequireTrusted(realm, line);
        }

        return realm;
    }

    /// <summary>Requires the domain of the registry, and a port that belongs to the owner of the host: the registry's own, or
    /// the default port.</summary>
    private static void RequireTrusted(Uri realm, RequestLine line)
    {
        if (!RegistryDomain.Includes(line.Uri.Host, realm.Host))
        {
            throw RegistryClientErrors.RealmOnOtherHost(line, realm.Authority);
        }

        if (!realm.IsDefaultPort && realm.Port != line.Uri.Port)
        {
            throw RegistryClientErrors.RealmOnOtherPort(line, realm.Authority);
        }
    }
}
