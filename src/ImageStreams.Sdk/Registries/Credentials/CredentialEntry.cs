namespace ImageStreams.Registries;

/// <summary>A credential with its key, and the key as it was written.</summary>
internal sealed record CredentialEntry(CredentialKey Key, string Text)
{
    private readonly RegistryCredential? _credential;

    public CredentialEntry(CredentialKey key, string text, RegistryCredential credential)
        : this(key, text) => _credential = credential;

    /// <summary>The credential.</summary>
    /// <exception cref="RegistryCredentialException">The entry is malformed.</exception>
    public RegistryCredential Credential => Problem is null ? _credential! : throw Problem.Copy();

    /// <summary>The problem of a malformed entry, which matters only to those who need the entry.</summary>
    public RegistryCredentialException? Problem { get; init; }

    /// <summary>The document of the entry; empty when its source has only one document.</summary>
    public string Document { get; init; } = "";
}
