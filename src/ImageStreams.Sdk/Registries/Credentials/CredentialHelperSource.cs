namespace ImageStreams.Registries;

/// <summary>One helper for all registries.</summary>
internal sealed class CredentialHelperSource(string helper, CredentialHelperOptions options, TimeProvider time)
    : IRegistryCredentialSource
{
    private readonly CredentialHelpers _helpers = new(options, time);

    public ValueTask<RegistryCredentialLookup> FindAsync(
        RegistryCredentialQuery query, CancellationToken cancellationToken) =>
        _helpers.FindAsync(helper, query.Registry, cancellationToken);
}
