namespace ImageStreams.Registries;

/// <summary>Finds the credentials for a registry: a pull secret, a credential file, a token of a cloud
/// provider.</summary>
/// <remarks>Called when a registry requires authentication, possibly for every request. Implementations are safe for
/// concurrent use, and cache expensive lookups. A <see cref="RegistryCredentialException"/> reaches the caller of the
/// registry client inside a <see cref="RegistryException"/>, any other exception unchanged.</remarks>
public interface IRegistryCredentialSource
{
    /// <summary>Finds the credential for a request, or none for anonymous access, and reports the sources tried.</summary>
    /// <param name="query">The registry, the repository and the credential scope.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="RegistryCredentialException">The source exists and cannot be used.</exception>
    /// <returns>The credential, if any, and the sources tried.</returns>
    ValueTask<RegistryCredentialLookup> FindAsync(RegistryCredentialQuery query, CancellationToken cancellationToken);
}
