namespace ImageStreams.Registries;

/// <summary>Finds credentials, and turns them into the authorization that a challenge requires.</summary>
internal sealed class RequestAuthorizer(TokenCache tokens, IRegistryCredentialSource credentials)
{
    /// <summary>Finds the credential for a request.</summary>
    /// <exception cref="RegistryException">A source exists and cannot be used.</exception>
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

    /// <summary>Returns the authorization for a challenge; <see langword="null"/> when the credential does not fit
    /// it.</summary>
    /// <exception cref="RegistryException">The token server refused, or must not get the credentials.</exception>
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

    /// <summary>Drops a token that a registry refused, whether it was fetched with or without the credential.</summary>
    public void Forget(AuthenticationChallenge challenge, RequestLine refused, RegistryCredential? credential)
    {
        if (refused.Authorization?.Header is { Scheme: "Bearer", Parameter: { } token })
        {
            tokens.Forget(challenge, refused, credential, token);
            tokens.Forget(challenge, refused, credential: null, token);
        }
    }
}
