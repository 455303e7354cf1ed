using System.Net;

namespace ImageStreams.Registries;

/// <summary>Sends requests with the authorisation that their registry wants, once it has said what it wants.</summary>
/// <remarks>
/// <code>
/// known? ──▶ authorise ──▶ send ──▶ 401? ──▶ its challenge ──▶ authorise ──▶ send ──▶ 401? ──▶ anonymously, once
///                                                                └─ token server refuses ──────▲
/// </code>
/// The last step is for images that are open to everyone but not to whoever comes with a wrong password.
/// </remarks>
internal sealed class RegistryAuthenticator(RedirectFollower follower, RequestAuthorizer authorizer)
{
    private readonly ChallengeCache _memory = new();

    public async Task<RegistryResponse> AuthenticateAndSendAsync(
        RegistryCall call, RegistryEndpoint endpoint, CancellationToken cancellationToken)
    {
        var key = AccessKey.FromCall(call, endpoint);
        var line = new RequestLine(call, call.Method, endpoint.ToUri(call.Path));
        if (_memory.Find(key) is { } known)
        {
            line = await ApplyCachedChallengeAsync(known, line, key, cancellationToken).ConfigureAwait(false);
        }

#pragma warning disable CA2000 // The answer goes to the caller; a refusal need not be disposed of.
        var response = await SendAsync(line, key, cancellationToken).ConfigureAwait(false);
#pragma warning restore CA2000 // end of the hand-over
        return IsRefused(response) && Choose(response) is { } challenge
            ? await AnswerChallengeAsync(response, challenge, key, cancellationToken).ConfigureAwait(false)
            : response;
    }

    /// <summary>Sends a request. A refusal lets go of its connection, which the token server may need, and so need not be
    /// disposed of.</summary>
    private async Task<RegistryResponse> SendAsync(RequestLine line, AccessKey key, CancellationToken cancellationToken)
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
        RegistryResponse refused, AuthenticationChallenge challenge, AccessKey key, CancellationToken cancellationToken)
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
        AccessKey key,
        CancellationToken cancellationToken)
    {
        var access = new CachedChallenge(challenge, credential);
        var line = refused.Line;
        try
        {
            var answer = await ResendAsync(refused, challenge, credential, key, cancellationToken).ConfigureAwait(false);
            return !IsRefused(answer)
                ? answer
                : await SendAnonymouslyAsync(line, access, key, cancellationToken).ConfigureAwait(false) ?? answer;
        }
        catch (RegistryException exception) when (IsRefusal(exception))
        {
            if (await SendAnonymouslyAsync(line, access, key, cancellationToken).ConfigureAwait(false) is { } answer)
            {
                return answer;
            }

            throw;
        }
    }

    /// <summary>Sends a refused request once more, with an authorisation that it did not have.</summary>
    private async Task<RegistryResponse> ResendAsync(
        RegistryResponse refused,
        AuthenticationChallenge challenge,
        RegistryCredential? credential,
        AccessKey key,
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

        _memory.Remember(key, new CachedChallenge(challenge));
        return await SendAsync(refused.Line with { Authorization = authorization }, key, cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Asks without the credential that was refused; <see langword="null"/> when that is refused, too.</summary>
    /// <remarks>A registry that wants Basic, and was asked without at first, has refused that already.</remarks>
    private async Task<RegistryResponse?> SendAnonymouslyAsync(
        RequestLine refused, CachedChallenge access, AccessKey key, CancellationToken cancellationToken)
    {
        if (!access.Challenge.IsBearer && refused.Authorization is null)
        {
            return null;
        }

        try
        {
            var line = refused with { Authorization = null };
            var authorization = await authorizer
                .AuthorizeAsync(access.Challenge, line, credential: null, cancellationToken)
                .ConfigureAwait(false);
            line = line with { Authorization = authorization };
            return Accept(await SendAsync(line, key, cancellationToken).ConfigureAwait(false), access, key);
        }
        catch (RegistryException exception) when (IsRefusal(exception))
        {
            return null;
        }
    }

    private RegistryResponse? Accept(RegistryResponse response, CachedChallenge access, AccessKey key)
    {
        if (response.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
        {
            response.Dispose();
            return null;
        }

        _memory.Remember(key, access);
        return response;
    }

    /// <summary>Forgets a challenge whose token server fails: the registry may name another one by now. When it refuses, the
    /// registry is asked anew.</summary>
    private async Task<RequestLine> ApplyCachedChallengeAsync(
        CachedChallenge known, RequestLine line, AccessKey key, CancellationToken cancellationToken)
    {
        var found = await authorizer.FindAsync(line, cancellationToken).ConfigureAwait(false);
        var credential = found.Credential == known.Refused ? null : found.Credential;
        line = line with { Tried = found.Tried };
        try
        {
            var authorization = await authorizer
                .AuthorizeAsync(known.Challenge, line, credential, cancellationToken)
                .ConfigureAwait(false);
            return line with { Authorization = authorization };
        }
        catch (RegistryException exception)
        {
            _memory.Forget(key, known);
            if (IsRefusal(exception))
            {
                return line;
            }

            throw;
        }
    }

    /// <summary>Bearer before Basic: a token says less about its owner than a password.</summary>
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
