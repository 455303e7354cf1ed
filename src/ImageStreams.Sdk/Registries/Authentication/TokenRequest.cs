namespace ImageStreams.Registries;

/// <summary>Creates the requests to token servers: <c>GET</c> with or without a login, or an OAuth 2 <c>POST</c> with an
/// identity token.</summary>
internal static class TokenRequest
{
    /// <param name="key">The requested token.</param>
    /// <param name="line">The request that needs it.</param>
    public static RequestLine Create(TokenCache.TokenKey key, RequestLine line)
    {
        var call = line.Call with { WhenNotFound = RegistryFailure.Rejected, Accept = "" };
        if (key.Credential is RegistryCredential.IdentityToken identity)
        {
            return new RequestLine(call, HttpMethod.Post, CreateAddress(key, []))
            {
                Authorization = Authorization.Posted(identity),
                Form = string.Join('&', CreateForm(key, identity)),
                IsForToken = true,
                Tried = line.Tried,
            };
        }

        return new RequestLine(call, HttpMethod.Get, CreateAddress(key, [.. GetServiceParameters(key), .. GetScopes(key)]))
        {
            Authorization = key.Credential is RegistryCredential.Login login ? Authorization.Basic(login) : null,
            IsForToken = true,
            Tried = line.Tried,
        };
    }

    private static Uri CreateAddress(TokenCache.TokenKey key, IEnumerable<string> parameters)
    {
        var own = key.Realm.Query.TrimStart('?') is { Length: > 0 } query ? [query] : Array.Empty<string>();
        return new UriBuilder(key.Realm) { Query = string.Join('&', [.. own, .. parameters]), Fragment = "" }.Uri;
    }

    private static IEnumerable<string> CreateForm(TokenCache.TokenKey key, RegistryCredential.IdentityToken identity) =>
    [
        "grant_type=refresh_token",
        "client_id=ImageStreams.Sdk",
        .. GetServiceParameters(key),
        "scope=" + Escape(key.Scope),
        "refresh_token=" + Escape(identity.Token),
    ];

    private static string[] GetServiceParameters(TokenCache.TokenKey key) =>
        key.Service.Length > 0 ? ["service=" + Escape(key.Service)] : [];

    private static IEnumerable<string> GetScopes(TokenCache.TokenKey key) =>
        key.Scope.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(scope => "scope=" + Escape(scope));

    private static string Escape(string text) => Uri.EscapeDataString(text);
}
