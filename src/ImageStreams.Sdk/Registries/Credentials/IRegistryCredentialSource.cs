namespace ImageStreams.Registries;

/// <summary>Finds the credentials for a registry: a pull secret, a login file, a cloud's token.</summary>
/// <remarks>
/// Asked when a registry wants authentication, possibly for every request, and safe for concurrent use; a source whose
/// look-up is dear caches it. A <see cref="RegistryCredentialException"/> reaches the caller of the registry client inside
/// a <see cref="RegistryException"/>, any other failure as it is.
/// </remarks>
public interface IRegistryCredentialSource
{
    /// <summary>Finds the credential to use, or none to go on anonymously, and says where it looked.</summary>
    /// <param name="query">For which registry and repository, and in whose name.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    /// <exception cref="RegistryCredentialException">The source is there and cannot be used.</exception>
    ValueTask<RegistryCredentialLookup> FindAsync(RegistryCredentialQuery query, CancellationToken cancellationToken);
}
