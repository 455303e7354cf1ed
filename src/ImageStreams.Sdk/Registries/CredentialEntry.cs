namespace ImageStreams.Registries;

/// <summary>A credential and what it is for, with the text that said so.</summary>
internal sealed record CredentialEntry(CredentialKey Key, string Written, RegistryCredential Credential);
