namespace ImageStreams.Registries;

/// <summary>A place that was named and is not there.</summary>
internal sealed class AbsentCredentialSource(string name, string explanation) : IRegistryCredentialSource
{
    private readonly RegistryCredentialLookup _answer = RegistryCredentialLookup.None(name, explanation);

    public ValueTask<RegistryCredentialLookup> FindAsync(
        RegistryCredentialQuery query, CancellationToken cancellationToken) => ValueTask.FromResult(_answer);
}
