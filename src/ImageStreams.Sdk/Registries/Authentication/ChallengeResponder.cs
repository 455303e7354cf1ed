using System.Net;

namespace ImageStreams.Registries;

/// <summary>Sends requests to their registry, and answers its challenges.</summary>
internal sealed class ChallengeResponder(RedirectFollower follower, RequestAuthorizer authorizer, ChallengeCache challenges)
{
    /// <summary>Sends a request to its own host. A refusal is buffered, so that its connection is free for the token
    /// server and it need not be disposed of.</summary>
    public async Task<RegistryResponse> SendOnceAsync(
        RequestLine line, ChallengeCache.Key key, CancellationToken cancellationToken)
    {
        var home = line with { Uri = key.Endpoint.ToUri(line.Call.Path) };
        var response = await follower.FollowRedirectsAsync(home, key.Endpoint, cancellationToken).ConfigureAwait(false);
        if (IsRefused(response))
        {
            await BodyReader
                .BufferAsync(response, RegistryClientSettings.MaxErrorBytes, cancellationToken)
                .ConfigureAwait(false);
        }

        return response;
    }

    /// <summary>Sends a refused request again as its challenge requires; without the credential when that is refused.</summary>
    public async Task<RegistryResponse> AnswerChallengeAsync(
        RegistryResponse refused, AuthenticationChallenge challenge, ChallengeCache.Key key, CancellationToken cancellationToken)
    {
        var found = await authorizer.FindAsync(refused.Line, cancellationToken).ConfigureAwait(false);
        refused.Explain(found.Tried);
        return found.Credential is { } credential
            ? await AnswerChallengeAsync(refused, challenge, credential, key, cancellationToken).ConfigureAwait(false)
            : await ResendAsync(refused, challenge, null, key, cancellationToken).ConfigureAwait(false);
    }

    private async Task<RegistryResponse> AnswerChallengeAsync(
        RegistryResponse refused,
        AuthenticationChallenge challenge,
        RegistryCredential credential,
        ChallengeCache.Key key,
        CancellationToken cancellationToken)
    {
        var entry = new ChallengeCache.Entry(challenge, credential);
        var line = refused.Line;
        try
        {
            var answer = await ResendAsync(refused, challenge, credential, key, cancellationToken).ConfigureAwait(false);
            return !IsRefused(answer)
                ? answer
                : await SendAnonymouslyAsync(line, entry, key, cancellationToken).ConfigureAwait(false) ?? answer;
        }
        catch (RegistryException exception) when (IsRefusal(exception))
        {
            if (await SendAnonymouslyAsync(line, entry, key, cancellationToken).ConfigureAwait(false) is { } answer)
            {
                return answer;
            }

            throw;
        }
    }

    /// <summary>Sends a refused request again, with the authorization that its challenge requires.</summary>
    private async Task<RegistryResponse> ResendAsync(
        RegistryResponse refused,
        AuthenticationChallenge challenge,
        RegistryCredential? credential,
        ChallengeCache.Key key,
        CancellationToken cancellationToken)
    {
        authorizer.Forget(challenge, refused.Line, credential);
        var authorization = await authorizer
            .AuthorizeAsync(challenge, refused.Line, credential, cancellationToken)
            .ConfigureAwait(false);
        if (authorization is null || authorization.IsSameAs(refused.Line.Authorization))
        {
            return refused;
        }

        challenges.Remember(key, new ChallengeCache.Entry(challenge));
        return await SendOnceAsync(refused.Line with { Authorization = authorization }, key, cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Sends a request without the credential that was refused; <see langword="null"/> when that is refused,
    /// too.</summary>
    /// <remarks>A registry that requires Basic has refused an anonymous request already, if that came first.</remarks>
    private async Task<RegistryResponse?> SendAnonymouslyAsync(
        RequestLine refused, ChallengeCache.Entry entry, ChallengeCache.Key key, CancellationToken cancellationToken)
    {
        if (!entry.Challenge.IsBearer && refused.Authorization is null)
        {
            return null;
        }

        try
        {
            var line = refused with { Authorization = null };
            var authorization = await authorizer
                .AuthorizeAsync(entry.Challenge, line, credential: null, cancellationToken)
                .ConfigureAwait(false);
            line = line with { Authorization = authorization };
            return Accept(await SendOnceAsync(line, key, cancellationToken).ConfigureAwait(false), entry, key);
        }
        catch (RegistryException exception) when (IsRefusal(exception))
        {
            return null;
        }
    }

    private RegistryResponse? Accept(RegistryResponse response, ChallengeCache.Entry entry, ChallengeCache.Key key)
    {
        if (response.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
        {
            response.Dispose();
            return null;
        }

        challenges.Remember(key, entry);
        return response;
    }

    /// <summary>Prefers Bearer to Basic: a token reveals less than a password.</summary>
    public static AuthenticationChallenge? Choose(RegistryResponse refused)
    {
        var offered = refused.GetHeader("WWW-Authenticate").SelectMany(ChallengeScanner.Scan).ToList();
        return offered.Find(challenge => challenge.IsBearer) ?? offered.Find(challenge => challenge.IsBasic);
    }

    public static bool IsRefused(RegistryResponse response) =>
        response is { Status: HttpStatusCode.Unauthorized, IsFromOtherHost: false };

    public static bool IsRefusal(RegistryException exception) =>
        exception.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden;
}
