namespace ImageStreams.Registries;

/// <summary>A request for a credential.</summary>
public sealed record RegistryCredentialQuery
{
    /// <summary>The registry that is contacted: a mirror, when a mirror is.</summary>
    public required string Registry { get; init; }

    /// <summary>The path of the repository.</summary>
    public required string Repository { get; init; }

    /// <summary>The credential scope; see <see cref="RegistryRepository.CredentialScope"/>.</summary>
    public string Scope { get; init; } = "";
}
