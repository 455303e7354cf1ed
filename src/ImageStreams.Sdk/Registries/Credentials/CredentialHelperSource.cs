namespace ImageStreams.Registries;

/// <summary>One helper for all registries.</summary>
internal sealed class CredentialHelperSource(string helper, CredentialHelperOptions options, TimeProvider timeProvider)
    : IRegistryCredentialSource
{
    private readonly CredentialHelperCache _helpers = new(options, timeProvider);

    public ValueTask<RegistryCredentialLookup> FindAsync(
        RegistryCredentialQuery query, CancellationToken cancellationToken) =>
        _helpers.FindAsync(helper, query.Registry, cancellationToken);
}
