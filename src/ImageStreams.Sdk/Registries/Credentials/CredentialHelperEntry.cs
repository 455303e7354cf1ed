namespace ImageStreams.Registries;

/// <summary>The helper of one registry or of all, or the problem of its entry.</summary>
internal sealed record CredentialHelperEntry(string Name, RegistryCredentialException? Problem = null)
{
    /// <summary>The entry of no helper.</summary>
    public static CredentialHelperEntry None { get; } = new("");

    /// <summary>Returns the name; empty for no helper.</summary>
    /// <exception cref="RegistryCredentialException">The entry is not the name of a helper.</exception>
    public string GetName() => Problem is null ? Name : throw Problem.Copy();
}
