namespace ImageStreams.Registries;

/// <summary>Finds credentials, and makes of them what a challenge asks for.</summary>
internal sealed class RequestAuthorizer(TokenCache tokens, IRegistryCredentialSource credentials)
{
    /// <summary>Finds the credential for a request.</summary>
    /// <exception cref="RegistryException">A source is there and cannot be used.</exception>
    public async ValueTask<RegistryCredentialLookup> FindAsync(RequestLine line, CancellationToken cancellationToken)
    {
        var repository = line.Call.Repository;
        var query = new RegistryCredentialQuery
        {
            Registry = repository.Registry,
            Repository = repository.Name,
            Scope = repository.CredentialScope,
        };
        try
        {
            return await credentials.FindAsync(query, cancellationToken).ConfigureAwait(false);
        }
        catch (RegistryCredentialException exception)
        {
            throw RegistryClientErrors.CredentialsUnusable(line, exception);
        }
    }

    /// <summary>Returns the authorisation that answers a challenge; <see langword="null"/> when the credential cannot answer
    /// it.</summary>
    /// <exception cref="RegistryException">The token server refused, or must not be asked.</exception>
    public async ValueTask<Authorization?> AuthorizeAsync(
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

    /// <summary>Drops the token that a registry refused, whoever it was bought for.</summary>
    public void Forget(AuthenticationChallenge challenge, RequestLine refused, RegistryCredential? credential)
    {
        if (refused.Authorization?.Header is { Scheme: "Bearer", Parameter: { } token })
        {
            tokens.Forget(challenge, refused, credential, token);
            tokens.Forget(challenge, refused, credential: null, token);
        }
    }
}
