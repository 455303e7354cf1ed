using System.Runtime.ExceptionServices;

namespace ImageStreams.Registries;

/// <summary>Sends requests with the authorization that their registry requires, once its challenge is known.</summary>
/// <remarks>
/// <code>
/// known? ──▶ authorize ──▶ send ──▶ 401? ──▶ challenge ──▶ authorize ──▶ send ──▶ 401? ──▶ anonymously, once
///                                                              └─ token server refuses ──────▲
/// </code>
/// The last step is for public images that a registry refuses to a caller with a wrong password. When a cached token is
/// refused and its challenge leads nowhere, the whole way is gone once more without the token.
/// </remarks>
internal sealed class RegistryAuthenticator
{
    private readonly RequestAuthorizer _authorizer;
    private readonly ChallengeCache _challenges;
    private readonly ChallengeResponder _responder;

    public RegistryAuthenticator(RedirectFollower follower, RequestAuthorizer authorizer)
    {
        _authorizer = authorizer;
        _challenges = new ChallengeCache();
        _responder = new ChallengeResponder(follower, authorizer, _challenges);
    }

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
        var response = await _responder.SendOnceAsync(line, key, cancellationToken).ConfigureAwait(false);
#pragma warning restore CA2000 // end of the hand-over
        return ChallengeResponder.IsRefused(response) && ChallengeResponder.Choose(response) is { } challenge
            ? await _responder.AnswerChallengeAsync(response, challenge, key, cancellationToken).ConfigureAwait(false)
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
        var response = await _responder.SendOnceAsync(authorized, key, cancellationToken).ConfigureAwait(false);
#pragma warning restore CA2000 // end of the hand-over
        if (!ChallengeResponder.IsRefused(response))
        {
            return response;
        }

        _authorizer.Forget(known.Challenge, response.Line, credential);
        return await RenewAsync(response, known.Challenge, key, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Follows the challenge to a stale authorization and, when it leads nowhere, the challenge to a request without
    /// authorization: some registries name a useless token server to those who have a token.</summary>
    private async Task<RegistryResponse> RenewAsync(
        RegistryResponse refused, AuthenticationChallenge known, ChallengeCache.Key key, CancellationToken cancellationToken)
    {
        var challenge = ChallengeResponder.Choose(refused);
        var (answer, failure) = await TryAnswerAsync(refused, challenge, key, cancellationToken).ConfigureAwait(false);
        if (!ChallengeResponder.IsRefused(answer) && failure is null)
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
                : await _responder.AnswerChallengeAsync(refused, challenge, key, cancellationToken).ConfigureAwait(false);
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
        var plain = line with { Authorization = null };
        var response = await _responder.SendOnceAsync(plain, key, cancellationToken).ConfigureAwait(false);
#pragma warning restore CA2000 // end of the hand-over
        if (!ChallengeResponder.IsRefused(response))
        {
            return response;
        }

        return ChallengeResponder.Choose(response) is { } challenge && challenge != useless
            ? await _responder.AnswerChallengeAsync(response, challenge, key, cancellationToken).ConfigureAwait(false)
            : null;
    }

    /// <summary>Authorizes a request by the cached challenge. A challenge whose token server fails is forgotten,
    /// because the registry may name another one; after a refusal the request is sent without
    /// authorization.</summary>
    private async Task<(RequestLine Line, RegistryCredential? Credential)> ApplyCachedChallengeAsync(
        ChallengeCache.Entry known, RequestLine line, ChallengeCache.Key key, CancellationToken cancellationToken)
    {
        var found = await _authorizer.FindAsync(line, cancellationToken).ConfigureAwait(false);
        var credential = found.Credential == known.Refused ? null : found.Credential;
        line = line with { Tried = found.Tried };
        try
        {
            var authorization = await _authorizer
                .AuthorizeAsync(known.Challenge, line, credential, cancellationToken)
                .ConfigureAwait(false);
            return (line with { Authorization = authorization }, credential);
        }
        catch (RegistryException exception)
        {
            _challenges.Forget(key, known);
            if (ChallengeResponder.IsRefusal(exception))
            {
                return (line, credential);
            }

            throw;
        }
    }
}
