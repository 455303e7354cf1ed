namespace ImageStreams.Registries;

/// <summary>What a token is good for: an access at a service, for whoever has the credential.</summary>
/// <remarks>What was bought without a verified certificate is not used where one is asked for. Who asks in another name
/// asks himself: the fault of a shared request would name where others looked for credentials.</remarks>
internal sealed record TokenKey(
    string Registry,
    bool Insecure,
    string CredentialScope,
    Uri Realm,
    string Service,
    string Scope,
    RegistryCredential? Credential);
