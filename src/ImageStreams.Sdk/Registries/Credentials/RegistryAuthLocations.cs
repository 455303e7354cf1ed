namespace ImageStreams.Registries;

/// <summary>The credential files of container tools; none is read unless it is named.</summary>
[Flags]
public enum RegistryAuthLocations
{
    /// <summary>No file.</summary>
    None = 0,

    /// <summary>The file that <c>REGISTRY_AUTH_FILE</c> names (Podman, Skopeo, Buildah).</summary>
    RegistryAuthFile = 1,

    /// <summary><c>$XDG_RUNTIME_DIR/containers/auth.json</c> (Podman, Skopeo, Buildah).</summary>
    ContainersRuntime = 2,

    /// <summary><c>$XDG_CONFIG_HOME/containers/auth.json</c>, then <c>~/.config/containers/auth.json</c> (Podman, Skopeo,
    /// Buildah; the first location outside of Linux).</summary>
    ContainersHome = 4,

    /// <summary><c>config.json</c> in the folder that <c>DOCKER_CONFIG</c> names.</summary>
    DockerConfig = 8,

    /// <summary><c>~/.docker/config.json</c>.</summary>
    DockerHome = 16,

    /// <summary><c>~/.dockercfg</c>, the format of Docker before 1.7.</summary>
    LegacyDockerHome = 32,

    /// <summary>All of them, in this order; the first credential found is used.</summary>
    All = RegistryAuthFile | ContainersRuntime | ContainersHome | DockerConfig | DockerHome | LegacyDockerHome,
}
