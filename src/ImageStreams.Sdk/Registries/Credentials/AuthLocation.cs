namespace ImageStreams.Registries;

/// <summary>A file below a folder, or a file, that a variable of the environment names.</summary>
internal sealed record AuthLocation(RegistryAuthLocations Location, string Variable, string File)
{
    public IRegistryCredentialSource CreateSource(RegistryAuthFileOptions options, TimeProvider timeProvider) =>
        options.GetEnvironmentVariable(Variable) is { Length: > 0 } value
            ? new AuthFileSource(File.Length == 0 ? value : Path.Join(value, File), options, timeProvider)
            : new AbsentCredentialSource(Variable, "not set");
}
