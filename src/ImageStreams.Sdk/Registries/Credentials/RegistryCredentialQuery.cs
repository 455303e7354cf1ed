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

    /// <summary>Returns the registry and the repository, such as <c>quay.io/team/app</c>.</summary>
    public override string ToString() => $"{Registry}/{Repository}";
}
