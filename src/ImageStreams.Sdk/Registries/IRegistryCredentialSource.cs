namespace ImageStreams.Registries;

/// <summary>Finds the credentials for a registry: a pull secret, a login file, a cloud's token.</summary>
/// <remarks>
/// Asked when a registry wants authentication, possibly for every request, and safe for concurrent use; a source whose
/// look-up is dear caches it. A failure to look up is thrown and reaches the caller of the registry client as it is.
/// </remarks>
public interface IRegistryCredentialSource
{
    /// <summary>Finds the credential to use, or <see langword="null"/> to go on anonymously.</summary>
    /// <param name="query">For which registry and repository, and in whose name.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    ValueTask<RegistryCredential?> FindAsync(RegistryCredentialQuery query, CancellationToken cancellationToken);
}
