namespace ImageStreams.Registries;

/// <summary>Answers only those who ask in one name, such as a namespace.</summary>
internal sealed class ScopedCredentialSource(string scope, IRegistryCredentialSource inner) : IRegistryCredentialSource
{
    public ValueTask<RegistryCredentialLookup> FindAsync(
        RegistryCredentialQuery query, CancellationToken cancellationToken) =>
        query.Scope == scope
            ? inner.FindAsync(query, cancellationToken)
            : ValueTask.FromResult(RegistryCredentialLookup.Empty);
}
