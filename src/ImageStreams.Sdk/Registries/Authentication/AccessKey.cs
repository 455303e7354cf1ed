namespace ImageStreams.Registries;

/// <summary>Who asks what of which host: the unit in which a registry's wishes are remembered.</summary>
internal sealed record AccessKey(RegistryEndpoint Endpoint, string Repository, string CredentialScope)
{
    public static AccessKey FromCall(RegistryCall call, RegistryEndpoint endpoint) =>
        new(endpoint, call.Repository.Name, call.Repository.CredentialScope);
}
