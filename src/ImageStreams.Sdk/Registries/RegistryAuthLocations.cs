namespace ImageStreams.Registries;

/// <summary>The places where container tools keep credentials; none is read unless it is named.</summary>
[Flags]
public enum RegistryAuthLocations
{
    /// <summary>No place.</summary>
    None = 0,

    /// <summary>The file that <c>REGISTRY_AUTH_FILE</c> names (Podman, Skopeo, Buildah).</summary>
    RegistryAuthFile = 1,

    /// <summary><c>$XDG_RUNTIME_DIR/containers/auth.json</c> (Podman, Skopeo, Buildah).</summary>
    ContainersRuntime = 2,

    /// <summary><c>config.json</c> in the folder that <c>DOCKER_CONFIG</c> names.</summary>
    DockerConfig = 4,

    /// <summary><c>~/.docker/config.json</c>.</summary>
    DockerHome = 8,

    /// <summary><c>~/.dockercfg</c>, as Docker wrote it before 1.7.</summary>
    LegacyDockerHome = 16,

    /// <summary>All of them; the first that has a credential wins, in the order in which they stand here.</summary>
    All = RegistryAuthFile | ContainersRuntime | DockerConfig | DockerHome | LegacyDockerHome,
}
