namespace ImageStreams.Registries;

/// <summary>Has no credentials, and is no place where any could be.</summary>
internal sealed class AnonymousCredentialSource : IRegistryCredentialSource
{
    public ValueTask<RegistryCredentialLookup> FindAsync(
        RegistryCredentialQuery query, CancellationToken cancellationToken) =>
        ValueTask.FromResult(RegistryCredentialLookup.Empty);
}
