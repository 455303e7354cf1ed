namespace ImageStreams.Registries;

/// <summary>What a token is good for: an access at a service, for whoever has the credential.</summary>
/// <remarks>What was bought without a verified certificate is not used where one is asked for.</remarks>
internal sealed record TokenKey(
    string Registry, bool Insecure, Uri Realm, string Service, string Scope, RegistryCredential? Credential);
