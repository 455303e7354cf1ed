namespace ImageStreams.Registries;

/// <summary>A credential and what it is for, with the text that said so.</summary>
internal sealed record CredentialEntry(CredentialKey Key, string Text, RegistryCredential Credential)
{
    /// <summary>The one of several documents that has the entry; empty when its source is one document.</summary>
    public string Document { get; init; } = "";
}
