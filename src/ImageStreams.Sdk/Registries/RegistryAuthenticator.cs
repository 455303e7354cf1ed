using System.Collections.Concurrent;
using System.Net;

namespace ImageStreams.Registries;

/// <summary>Sends requests with the authorisation that their registry wants, once it has said what it wants.</summary>
/// <remarks>
/// <code>
/// known challenge? ──▶ authorise ──▶ send ──▶ 401? ──▶ read its challenge ──▶ authorise ──▶ send once more
/// </code>
/// </remarks>
internal sealed class RegistryAuthenticator(
    RedirectFollower follower, TokenService tokens, IRegistryCredentialSource credentials)
{
    private const int MaxKnown = 4096;
    private readonly ConcurrentDictionary<ChallengeKey, AuthenticationChallenge> _known = new();

    public async Task<RegistryResponse> SendAsync(
        RegistryCall call, RegistryEndpoint endpoint, CancellationToken cancellationToken)
    {
        var line = new RequestLine(call, call.Method, endpoint.ToUri(call.Path));
        var key = new ChallengeKey(endpoint, call.Repository.Name, call.Repository.CredentialScope);
        var authorization = _known.TryGetValue(key, out var challenge)
            ? await AuthorizeAsKnownAsync(challenge, line, key, cancellationToken).ConfigureAwait(false)
            : null;
#pragma warning disable CA2000 // The answer goes to the caller, or to AnswerAsync, which replaces it.
        var response = await follower.SendAsync(call, endpoint, authorization, cancellationToken).ConfigureAwait(false);
#pragma warning restore CA2000 // end of the hand-over
        return response is { Status: HttpStatusCode.Unauthorized, LeftHost: false }
            ? await AnswerOrDisposeAsync(response, key, cancellationToken).ConfigureAwait(false)
            : response;
    }

    /// <summary>A refusal that nobody gets to see would keep its connection.</summary>
    private async Task<RegistryResponse> AnswerOrDisposeAsync(
        RegistryResponse refused, ChallengeKey key, CancellationToken cancellationToken)
    {
        try
        {
            return await AnswerAsync(refused, key, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            refused.Dispose();
            throw;
        }
    }

    private async Task<RegistryResponse> AnswerAsync(
        RegistryResponse refused, ChallengeKey key, CancellationToken cancellationToken)
    {
        if (Choose(refused) is not { } challenge)
        {
            return refused;
        }

        var authorization = await ReauthorizeAsync(refused, challenge, cancellationToken).ConfigureAwait(false);
        if (authorization is null || authorization.IsSameAs(refused.Line.Authorization))
        {
            return refused;
        }

        Remember(key, challenge);
        refused.Dispose();
        return await follower
            .SendAsync(refused.Line.Call, key.Endpoint, authorization, cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Bearer before Basic: a token says less about its owner than a password.</summary>
    private static AuthenticationChallenge? Choose(RegistryResponse refused)
    {
        var offered = refused.GetHeader("WWW-Authenticate").SelectMany(ChallengeScanner.Scan).ToList();
        return offered.Find(challenge => challenge.IsBearer) ?? offered.Find(challenge => challenge.IsBasic);
    }

    private async Task<Authorization?> ReauthorizeAsync(
        RegistryResponse refused, AuthenticationChallenge challenge, CancellationToken cancellationToken)
    {
        var credential = await FindAsync(refused.Line.Call.Repository, cancellationToken).ConfigureAwait(false);
        if (refused.Line.Authorization?.Header is { Scheme: "Bearer", Parameter: { } token })
        {
            tokens.Forget(challenge, refused.Line, credential, token);
        }

        return await AuthorizeAsync(challenge, refused.Line, credential, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Forgets a challenge whose token server fails: the registry may name another one by now.</summary>
    private async Task<Authorization?> AuthorizeAsKnownAsync(
        AuthenticationChallenge challenge, RequestLine line, ChallengeKey key, CancellationToken cancellationToken)
    {
        try
        {
            return await AuthorizeAsync(challenge, line, cancellationToken).ConfigureAwait(false);
        }
        catch (RegistryException)
        {
            _known.TryRemove(new(key, challenge));
            throw;
        }
    }

    private async Task<Authorization?> AuthorizeAsync(
        AuthenticationChallenge challenge, RequestLine line, CancellationToken cancellationToken)
    {
        var credential = await FindAsync(line.Call.Repository, cancellationToken).ConfigureAwait(false);
        return await AuthorizeAsync(challenge, line, credential, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<Authorization?> AuthorizeAsync(
        AuthenticationChallenge challenge,
        RequestLine line,
        RegistryCredential? credential,
        CancellationToken cancellationToken) => (challenge.IsBearer, credential) switch
        {
            (true, RegistryCredential.BearerToken ready) => Authorization.Bearer(ready.Token),
            (true, _) =>
                await tokens.AuthorizeAsync(challenge, line, credential, cancellationToken).ConfigureAwait(false),
            (false, RegistryCredential.Login login) => Authorization.Basic(login),
            _ => null,
        };

    private ValueTask<RegistryCredential?> FindAsync(
        RegistryRepository repository, CancellationToken cancellationToken) =>
        credentials.FindAsync(
            new RegistryCredentialQuery
            {
                Registry = repository.Registry,
                Repository = repository.Name,
                Scope = repository.CredentialScope,
            },
            cancellationToken);

    private void Remember(ChallengeKey key, AuthenticationChallenge challenge)
    {
        if (_known.Count >= MaxKnown)
        {
            _known.Clear();
        }

        _known[key] = challenge;
    }

    private sealed record ChallengeKey(RegistryEndpoint Endpoint, string Repository, string CredentialScope);
}
