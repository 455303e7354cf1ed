namespace ImageStreams.Registries;

/// <summary>A credential with its key, and the key as it was written.</summary>
internal sealed record CredentialEntry(CredentialKey Key, string Text, RegistryCredential Credential)
{
    /// <summary>The document of the entry; empty when its source has only one document.</summary>
    public string Document { get; init; } = "";
}
