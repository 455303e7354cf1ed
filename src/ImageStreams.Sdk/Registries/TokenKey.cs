namespace ImageStreams.Registries;

/// <summary>What a token is good for: an access at a service, for whoever has the credential.</summary>
internal sealed record TokenKey(
    string Registry, Uri Realm, string Service, string Scope, RegistryCredential? Credential);
