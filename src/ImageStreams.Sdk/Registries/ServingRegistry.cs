namespace ImageStreams.Registries;

/// <summary>The registry that answered a request: the requested one, or a mirror of it.</summary>
public sealed record ServingRegistry
{
    /// <summary>The host and optional port.</summary>
    public required string Registry { get; init; }

    /// <summary>The path of the repository on that host.</summary>
    public required string Repository { get; init; }

    /// <summary>The transport that was used.</summary>
    public required RegistryTransport Transport { get; init; }

    /// <summary>Gets a value indicating whether the host is a mirror of the requested registry.</summary>
    public bool IsMirror { get; init; }

    /// <summary>Returns the registry and the repository, such as <c>quay.io/team/app</c>.</summary>
    public override string ToString() => $"{Registry}/{Repository}";
}
