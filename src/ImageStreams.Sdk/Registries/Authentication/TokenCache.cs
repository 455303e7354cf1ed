using System.Net;
using System.Text.Json;
using ImageStreams.Internal;

namespace ImageStreams.Registries;

/// <summary>Buys tokens from the token servers that registries name (Docker token authentication).</summary>
internal sealed class TokenCache(HttpExchange exchange, RegistryClientSettings settings, TimeProvider timeProvider)
{
    private const long DefaultLifetimeSeconds = 60;   // also the least that a token server may grant
    private const long MaxLifetimeSeconds = 24 * 3600;
    private const int SafetySeconds = 5;
    private const int MaxAnswerBytes = 128 << 10;
    private const int MaxTokenLength = 16 << 10;
    private readonly ExpiringCache<TokenKey, AccessToken> _cache = new(timeProvider);

    /// <summary>Returns a token for what a challenge asks, from the cache when it still holds one.</summary>
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

    /// <summary>Drops the token for a challenge if it is the one that was just refused.</summary>
    public void Forget(
        AuthenticationChallenge challenge, RequestLine line, RegistryCredential? credential, string refused)
    {
        if (Uri.TryCreate(challenge.Realm, UriKind.Absolute, out var realm))
        {
            _cache.Invalidate(CreateKey(challenge, line, realm, credential), token => token.Value == refused);
        }
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

    private async Task<AccessToken> FetchAsync(TokenKey key, RequestLine line)
    {
        var requested = TokenRequest.Create(key, line);
        using var limit = new CancellationTokenSource(settings.AttemptTimeout, timeProvider);
        try
        {
            return await FetchAsync(requested, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception)
        {
            throw RegistryClientErrors.Timeout(requested, settings.AttemptTimeout, exception);
        }
    }

    private async Task<AccessToken> FetchAsync(RequestLine line, CancellationToken cancellationToken)
    {
        var now = timeProvider.GetUtcNow();
        var endpoint = RegistryEndpoint.FromUri(line.Uri, line.Call.Repository.Insecure);
        var message = await exchange
            .SendAsync(line, endpoint, line.Authorization?.Header, cancellationToken)
            .ConfigureAwait(false);
        using var response = new RegistryResponse(line, message) { Source = GetSource(line, endpoint) };
        return response.Status == HttpStatusCode.OK
            ? await ReadAsync(response, now, cancellationToken).ConfigureAwait(false)
            : throw await HttpStatusErrors.ReadAsync(response, timeProvider, cancellationToken).ConfigureAwait(false);
    }

    private async Task<AccessToken> ReadAsync(
        RegistryResponse response, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var body = await BodyReader.ReadAsync(
            response, Math.Min(settings.MaxManifestBytes, MaxAnswerBytes), cancellationToken).ConfigureAwait(false);
        return RegistryJson.Read(body, response.Line, answer => ReadToken(answer, now, response.Line));
    }

    private static AccessToken ReadToken(JsonElement answer, DateTimeOffset now, RequestLine line)
    {
        var token = RegistryJson.GetString(answer, "token") is { Length: > 0 } value
            ? value
            : RegistryJson.GetString(answer, "access_token");
        if (!IsToken(token))
        {
            throw RegistryClientErrors.BadShape(line, "the token server sent no usable token");
        }

        var seconds = RegistryJson.GetInt64(answer, "expires_in") ?? DefaultLifetimeSeconds;
        var lifetime = Math.Clamp(seconds, DefaultLifetimeSeconds, MaxLifetimeSeconds) - SafetySeconds;
        return new AccessToken(token, now.AddSeconds(lifetime));
    }

    /// <summary>Whether a text can stand in an <c>Authorization</c> header without bending it.</summary>
    private static bool IsToken(string text) =>
        text.Length is > 0 and <= MaxTokenLength && !text.AsSpan().ContainsAnyExceptInRange('!', '~');

    private static ServingRegistry GetSource(RequestLine line, RegistryEndpoint endpoint) => new()
    {
        Registry = endpoint.Host,
        Repository = line.Call.Repository.Name,
        Transport = endpoint.Transport,
    };
}
