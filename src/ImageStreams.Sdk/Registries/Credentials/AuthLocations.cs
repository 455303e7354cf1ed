namespace ImageStreams.Registries;

/// <summary>Finds the files behind <see cref="RegistryAuthLocations"/>.</summary>
internal static class AuthLocations
{
    private static readonly AuthLocation[] Known =
    [
        new(RegistryAuthLocations.RegistryAuthFile, "REGISTRY_AUTH_FILE", ""),
        new(RegistryAuthLocations.ContainersRuntime, "XDG_RUNTIME_DIR", Path.Join("containers", "auth.json")),
        new(RegistryAuthLocations.ContainersHome, "XDG_CONFIG_HOME", Path.Join("containers", "auth.json")),
        new(RegistryAuthLocations.ContainersHome, HomeVariable, Path.Join(".config", "containers", "auth.json")),
        new(RegistryAuthLocations.DockerConfig, "DOCKER_CONFIG", "config.json"),
        new(RegistryAuthLocations.DockerHome, HomeVariable, Path.Join(".docker", "config.json")),
        new(RegistryAuthLocations.LegacyDockerHome, HomeVariable, ".dockercfg"),
    ];

    private static string HomeVariable => OperatingSystem.IsWindows() ? "USERPROFILE" : "HOME";

    /// <summary>Returns the named places in their order.</summary>
    public static IEnumerable<AuthLocation> In(RegistryAuthLocations locations) =>
        Known.Where(location => locations.HasFlag(location.Location));
}
