namespace ImageStreams.Registries;

/// <summary>A function that finds credentials.</summary>
internal sealed class CallbackCredentialSource(
    string name, Func<RegistryCredentialQuery, CancellationToken, ValueTask<RegistryCredential?>> find)
    : IRegistryCredentialSource
{
    public async ValueTask<RegistryCredentialLookup> FindAsync(
        RegistryCredentialQuery query, CancellationToken cancellationToken) =>
        await find(query, cancellationToken).ConfigureAwait(false) is { } credential
            ? RegistryCredentialLookup.Found(credential, name)
            : RegistryCredentialLookup.None(name);
}
