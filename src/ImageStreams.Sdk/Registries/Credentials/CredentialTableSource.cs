namespace ImageStreams.Registries;

/// <summary>A fixed set of credentials.</summary>
internal sealed class CredentialTableSource(string name, CredentialTable table) : IRegistryCredentialSource
{
    public ValueTask<RegistryCredentialLookup> FindAsync(
        RegistryCredentialQuery query, CancellationToken cancellationToken) =>
        ValueTask.FromResult(table.Find(query.Registry, query.Repository) is { } entry
            ? RegistryCredentialLookup.Found(entry.Credential, GetName(entry), entry.Text)
            : RegistryCredentialLookup.None(name));

    private string GetName(CredentialEntry entry) => entry.Document.Length > 0 ? entry.Document : name;
}
