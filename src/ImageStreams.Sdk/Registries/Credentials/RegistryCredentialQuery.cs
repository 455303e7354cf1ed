namespace ImageStreams.Registries;

/// <summary>What a credential is wanted for.</summary>
public sealed record RegistryCredentialQuery
{
    /// <summary>The registry as the caller named it; a mirror's own name when a mirror asks.</summary>
    public required string Registry { get; init; }

    /// <summary>The repository's path.</summary>
    public required string Repository { get; init; }

    /// <summary>In whose name the registry is asked; see <see cref="RegistryRepository.CredentialScope"/>.</summary>
    public string Scope { get; init; } = "";
}
