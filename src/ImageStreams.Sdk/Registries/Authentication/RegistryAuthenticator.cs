using System.Net;
using System.Runtime.ExceptionServices;

namespace ImageStreams.Registries;

/// <summary>Sends requests with the authorization that their registry requires, once its challenge is known.</summary>
/// <remarks>
/// <code>
/// known? ──▶ authorize ──▶ send ──▶ 401? ──▶ challenge ──▶ authorize ──▶ send ──▶ 401? ──▶ anonymously, once
///                                                              └─ token server refuses ──────▲
/// </code>
/// The last step is for public images that a registry refuses to a caller with a wrong password.
/// </remarks>
internal sealed class RegistryAuthenticator(RedirectFollower follower, RequestAuthorizer authorizer)
{
    private readonly ChallengeCache _challenges = new();

    public Task<RegistryResponse> AuthenticateAndSendAsync(
        RegistryCall call, RegistryEndpoint endpoint, CancellationToken cancellationToken)
    {
        var key = ChallengeCache.Key.FromCall(call, endpoint);
        var line = new RequestLine(call, call.Method, endpoint.ToUri(call.Path));
        return _challenges.Find(key) is { } known
            ? SendAuthorizedAsync(known, line, key, cancellationToken)
            : SendUnauthorizedAsync(line, key, cancellationToken);
    }

    /// <summary>Sends a request without authorization, and follows the challenge if there is one.</summary>
    private async Task<RegistryResponse> SendUnauthorizedAsync(
        RequestLine line, ChallengeCache.Key key, CancellationToken cancellationToken)
    {
#pragma warning disable CA2000 // The response is returned to the caller; a refusal need not be disposed of.
        var response = await SendOnceAsync(line, key, cancellationToken).ConfigureAwait(false);
#pragma warning restore CA2000 // end of the hand-over
        return IsRefused(response) && Choose(response) is { } challenge
            ? await AnswerChallengeAsync(response, challenge, key, cancellationToken).ConfigureAwait(false)
            : response;
    }

    /// <summary>Sends a request with the authorization of a known challenge.</summary>
    private async Task<RegistryResponse> SendAuthorizedAsync(
        ChallengeCache.Entry known, RequestLine line, ChallengeCache.Key key, CancellationToken cancellationToken)
    {
        var (authorized, credential) = await ApplyCachedChallengeAsync(known, line, key, cancellationToken).ConfigureAwait(false);
        if (authorized.Authorization is null)
        {
            return await SendUnauthorizedAsync(authorized, key, cancellationToken).ConfigureAwait(false);
        }

#pragma warning disable CA2000 // The response is returned to the caller; a refusal need not be disposed of.
        var response = await SendOnceAsync(authorized, key, cancellationToken).ConfigureAwait(false);
#pragma warning restore CA2000 // end of the hand-over
        if (!IsRefused(response))
        {
            return response;
        }

        authorizer.Forget(known.Challenge, response.Line, credential);
        return await RenewAsync(response, known.Challenge, key, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Follows the challenge to a stale authorization and, when it leads nowhere, the challenge to a request without
    /// authorization: some registries name a useless token server to those who have a token.</summary>
    private async Task<RegistryResponse> RenewAsync(
        RegistryResponse refused, AuthenticationChallenge known, ChallengeCache.Key key, CancellationToken cancellationToken)
    {
        var challenge = Choose(refused);
        var (answer, failure) = await TryAnswerAsync(refused, challenge, key, cancellationToken).ConfigureAwait(false);
        if (!IsRefused(answer) && failure is null)
        {
            return answer;
        }

        _challenges.Forget(key);
        var anew = challenge == known
            ? null
            : await StartAnewAsync(refused.Line, challenge, key, cancellationToken).ConfigureAwait(false);
        if (anew is null)
        {
            failure?.Throw();
        }

        return anew ?? answer;
    }

    /// <summary>Answers a challenge, if there is one; a failure is returned together with the refusal.</summary>
    private async Task<(RegistryResponse Answer, ExceptionDispatchInfo? Failure)> TryAnswerAsync(
        RegistryResponse refused, AuthenticationChallenge? challenge, ChallengeCache.Key key, CancellationToken cancellationToken)
    {
        try
        {
            var answer = challenge is null
                ? refused
                : await AnswerChallengeAsync(refused, challenge, key, cancellationToken).ConfigureAwait(false);
            return (answer, null);
        }
        catch (RegistryException exception)
        {
            return (refused, ExceptionDispatchInfo.Capture(exception));
        }
    }

    /// <summary>Sends a request without authorization and follows its challenge; <see langword="null"/> when that is the one
    /// that led nowhere, or when there is none.</summary>
    private async Task<RegistryResponse?> StartAnewAsync(
        RequestLine line, AuthenticationChallenge? useless, ChallengeCache.Key key, CancellationToken cancellationToken)
    {
#pragma warning disable CA2000 // The response is returned to the caller; a refusal need not be disposed of.
        var response = await SendOnceAsync(line with { Authorization = null }, key, cancellationToken).ConfigureAwait(false);
#pragma warning restore CA2000 // end of the hand-over
        if (!IsRefused(response))
        {
            return response;
        }

        return Choose(response) is { } challenge && challenge != useless
            ? await AnswerChallengeAsync(response, challenge, key, cancellationToken).ConfigureAwait(false)
            : null;
    }

    /// <summary>Sends a request to its own host. A refusal is buffered, so that its connection is free for the token
    /// server and it need not be disposed of.</summary>
    private async Task<RegistryResponse> SendOnceAsync(
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

    private async Task<RegistryResponse> AnswerChallengeAsync(
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

        _challenges.Remember(key, new ChallengeCache.Entry(challenge));
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

        _challenges.Remember(key, entry);
        return response;
    }

    /// <summary>Authorizes a request by the cached challenge. A challenge whose token server fails is forgotten,
    /// because the registry may name another one; after a refusal the request is sent without
    /// authorization.</summary>
    private async Task<(RequestLine Line, RegistryCredential? Credential)> ApplyCachedChallengeAsync(
        ChallengeCache.Entry known, RequestLine line, ChallengeCache.Key key, CancellationToken cancellationToken)
    {
        var found = await authorizer.FindAsync(line, cancellationToken).ConfigureAwait(false);
        var credential = found.Credential == known.Refused ? null : found.Credential;
        line = line with { Tried = found.Tried };
        try
        {
            var authorization = await authorizer
                .AuthorizeAsync(known.Challenge, line, credential, cancellationToken)
                .ConfigureAwait(false);
            return (line with { Authorization = authorization }, credential);
        }
        catch (RegistryException exception)
        {
            _challenges.Forget(key, known);
            if (IsRefusal(exception))
            {
                return (line, credential);
            }

            throw;
        }
    }

    /// <summary>Prefers Bearer to Basic: a token reveals less than a password.</summary>
    private static AuthenticationChallenge? Choose(RegistryResponse refused)
    {
        var offered = refused.GetHeader("WWW-Authenticate").SelectMany(ChallengeScanner.Scan).ToList();
        return offered.Find(challenge => challenge.IsBearer) ?? offered.Find(challenge => challenge.IsBasic);
    }

    private static bool IsRefused(RegistryResponse response) =>
        response is { Status: HttpStatusCode.Unauthorized, IsFromOtherHost: false };

    private static bool IsRefusal(RegistryException exception) =>
        exception.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden;
}
