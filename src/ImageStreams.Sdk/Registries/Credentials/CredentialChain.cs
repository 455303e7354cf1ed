namespace ImageStreams.Registries;

/// <summary>Asks sources one after the other; the first that has a credential is the one.</summary>
internal sealed class CredentialChain(IRegistryCredentialSource[] sources) : IRegistryCredentialSource
{
    public async ValueTask<RegistryCredentialLookup> FindAsync(
        RegistryCredentialQuery query, CancellationToken cancellationToken)
    {
        var tried = new List<RegistryCredentialAttempt>();
        foreach (var source in sources)
        {
            var lookup = await source.FindAsync(query, cancellationToken).ConfigureAwait(false);
            tried.AddRange(lookup.Tried);
            if (lookup.Credential is not null)
            {
                return lookup with { Tried = [.. tried] };
            }
        }

        return new RegistryCredentialLookup { Tried = [.. tried] };
    }
}
