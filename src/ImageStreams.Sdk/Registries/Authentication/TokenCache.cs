using ImageStreams.Internal;

namespace ImageStreams.Registries;

/// <summary>Caches the tokens of token servers until shortly before they expire.</summary>
/// <remarks>Callers that need the same token at the same time share one request.</remarks>
internal sealed class TokenCache(TokenClient client, RegistryClientSettings settings, TimeProvider timeProvider)
{
    /// <summary>The lifetime of a token without <c>expires_in</c>, and the least that a token server may grant.</summary>
    public const long DefaultLifetimeSeconds = 60;

    /// <summary>The longest time for which a token is cached.</summary>
    public const long MaxLifetimeSeconds = 24 * 3600;

    private const int SafetySeconds = 5;
    private readonly ExpiringCache<TokenKey, CachedToken> _cache = new(timeProvider);

    /// <summary>Returns a token for a challenge, from the cache if possible.</summary>
    /// <exception cref="RegistryException">The token server refused, or must not get the credentials.</exception>
    public async Task<Authorization> AuthorizeAsync(
        AuthenticationChallenge challenge,
        RequestLine line,
        RegistryCredential? credential,
        CancellationToken cancellationToken)
    {
        var realm = TokenRealm.Require(challenge, line, settings, withCredentials: credential is not null);
        var key = CreateKey(challenge, line, realm, credential);
        var token = await _cache.GetAsync(key, () => FetchAsync(key, line), cancellationToken).ConfigureAwait(false);
        return Authorization.Bearer(token.Value, credential);
    }

    /// <summary>Drops the token of a challenge if it is the one that was just refused.</summary>
    public void Forget(
        AuthenticationChallenge challenge, RequestLine line, RegistryCredential? credential, string refused)
    {
        if (Uri.TryCreate(challenge.Realm, UriKind.Absolute, out var realm))
        {
            _cache.Invalidate(CreateKey(challenge, line, realm, credential), token => token.Value == refused);
        }
    }

    private async Task<CachedToken> FetchAsync(TokenKey key, RequestLine line)
    {
        var now = timeProvider.GetUtcNow();
        var (token, expiresIn) = await client.FetchAsync(TokenRequest.Create(key, line)).ConfigureAwait(false);
        var lifetime =
            Math.Clamp(expiresIn ?? DefaultLifetimeSeconds, DefaultLifetimeSeconds, MaxLifetimeSeconds) - SafetySeconds;
        return new CachedToken(token, now.AddSeconds(lifetime));
    }

    private static TokenKey CreateKey(
        AuthenticationChallenge challenge, RequestLine line, Uri realm, RegistryCredential? credential)
    {
        var scope = challenge.Scope.Length > 0 ? challenge.Scope : $"repository:{line.Call.Repository.Name}:pull";
        var repository = line.Call.Repository;
        return new TokenKey(
            line.Uri.Authority,
            repository.Insecure,
            repository.CredentialScope,
            realm,
            challenge.Service,
            scope,
            credential);
    }

    /// <summary>The access that a token grants.</summary>
    /// <remarks>A token fetched without a verified certificate is not used where one is required. Credential scopes
    /// have tokens of their own: the exception of a shared request would name the sources that another scope
    /// tried.</remarks>
    internal sealed record TokenKey(
        string Registry,
        bool Insecure,
        string CredentialScope,
        Uri Realm,
        string Service,
        string Scope,
        RegistryCredential? Credential);

    private sealed record CachedToken(string Value, DateTimeOffset Expires) : IExpiring
    {
        public override string ToString() => $"*** until {Expires:O}";
    }
}
