namespace ImageStreams.Registries;

/// <summary>Where an answer came from: the registry asked for, or a mirror of it.</summary>
public sealed record ServingRegistry
{
    /// <summary>The host and optional port that answered.</summary>
    public required string Registry { get; init; }

    /// <summary>The repository's path on that host.</summary>
    public required string Repository { get; init; }

    /// <summary>How the host was reached.</summary>
    public required RegistryTransport Transport { get; init; }

    /// <summary>Whether the host is a mirror of the registry that was asked for.</summary>
    public bool IsMirror { get; init; }
}
