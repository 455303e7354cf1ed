using ImageStreams.Internal;

namespace ImageStreams.Registries;

/// <summary>Finds the files of <see cref="RegistryAuthLocations"/>, in the order of Podman and Docker.</summary>
internal static class AuthFileSearchOrder
{
    private static readonly Location[] Known =
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

    /// <summary>Creates a source for each location; environment variables are read now.</summary>
    public static IEnumerable<IRegistryCredentialSource> CreateSources(
        RegistryAuthLocations locations, RegistryAuthFileOptions options, TimeProvider timeProvider)
    {
        OptionsErrors.ThrowIfAny(options);
        return Known.Where(known => locations.HasFlag(known.Flag)).Select(known => known.CreateSource(options, timeProvider));
    }

    /// <summary>A file that an environment variable names, or a file below a folder that it names.</summary>
    private sealed record Location(RegistryAuthLocations Flag, string Variable, string File)
    {
        public IRegistryCredentialSource CreateSource(RegistryAuthFileOptions options, TimeProvider timeProvider) =>
            options.GetEnvironmentVariable(Variable) switch
            {
                null or "" => new AbsentSource(Variable),
                var folder when File.Length > 0 => new AuthFileSource(Path.Join(folder, File), options, timeProvider),
                var file => new AuthFileSource(file, options, timeProvider),
            };
    }

    /// <summary>A location whose environment variable is not set.</summary>
    private sealed class AbsentSource(string variable) : IRegistryCredentialSource
    {
        private readonly RegistryCredentialLookup _answer = RegistryCredentialLookup.None(variable, "not set");

        public ValueTask<RegistryCredentialLookup> FindAsync(
            RegistryCredentialQuery query, CancellationToken cancellationToken) => ValueTask.FromResult(_answer);
    }
}
