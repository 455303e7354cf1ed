using ImageStreams.Registries;

namespace ImageStreams.Tests.Registries;

/// <summary>The credential files of container tools, with a made-up environment.</summary>
public sealed class AuthFileSearchOrderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("auth-");
    private readonly Dictionary<string, string> _variables = new(StringComparer.Ordinal);

    private static string Home => OperatingSystem.IsWindows() ? "USERPROFILE" : "HOME";

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>The locations in the order in which they are read: variable, file below its value, and flag.</summary>
    public static TheoryData<string, string, RegistryAuthLocations> Locations => new()
    {
        { "REGISTRY_AUTH_FILE", "", RegistryAuthLocations.RegistryAuthFile },
        { "XDG_RUNTIME_DIR", "containers/auth.json", RegistryAuthLocations.ContainersRuntime },
        { "XDG_CONFIG_HOME", "containers/auth.json", RegistryAuthLocations.ContainersHome },
        { Home, ".config/containers/auth.json", RegistryAuthLocations.ContainersHome },
        { "DOCKER_CONFIG", "config.json", RegistryAuthLocations.DockerConfig },
        { Home, ".docker/config.json", RegistryAuthLocations.DockerHome },
        { Home, ".dockercfg", RegistryAuthLocations.LegacyDockerHome },
    };

    [Theory]
    [MemberData(nameof(Locations))]
    public async Task FromLocations_OneLocation_IsRead(string variable, string file, RegistryAuthLocations location)
    {
        Write(variable, file, "robot");

        Assert.Equal("robot", await UserAsync(location));
        Assert.Equal("robot", await UserAsync(RegistryAuthLocations.All));
        Assert.Null(await UserAsync(RegistryAuthLocations.All & ~location));
    }

    [Fact]
    public async Task FromLocations_AllLocations_AreReadInOrder()
    {
        var candidates = Locations
            .Select((candidate, index) => (Variable: (string)candidate[0], File: (string)candidate[1], User: $"{index}"))
            .ToList();
        candidates.ForEach(candidate => Write(candidate.Variable, candidate.File, candidate.User));

        var found = new List<string?>();
        foreach (var candidate in candidates)
        {
            found.Add(await UserAsync(RegistryAuthLocations.All));
            File.Delete(GetPath(candidate.Variable, candidate.File));
        }

        Assert.Equal(candidates.Select(candidate => candidate.User), found);
        Assert.Null(await UserAsync(RegistryAuthLocations.All));
    }

    [Fact]
    public async Task FromLocations_NothingSet_ReportsTheLocations()
    {
        var source = RegistryCredentials.FromLocations(
            RegistryAuthLocations.RegistryAuthFile | RegistryAuthLocations.DockerConfig, Options);

        var lookup = await source.FindAsync(Query, CancellationToken.None);

        Assert.Equal(
            ["REGISTRY_AUTH_FILE (not set)", "DOCKER_CONFIG (not set)"], lookup.Tried.Select(tried => tried.ToString()));
    }

    [Fact]
    public async Task FromLocations_None_HasNoCredentialsAndNoLocations() => Assert.Equal(
        RegistryCredentialLookup.Empty,
        await RegistryCredentials.FromLocations(RegistryAuthLocations.None, Options).FindAsync(Query, CancellationToken.None));

    [Fact]
    public async Task FromLocations_HelperNamedButNotAllowed_IsNotRun()
    {
        WriteText("DOCKER_CONFIG", "config.json", """{"credsStore":"none"}""");
        var source = RegistryCredentials.FromLocations(RegistryAuthLocations.DockerConfig, Options);

        var tried = Assert.Single((await source.FindAsync(Query, CancellationToken.None)).Tried);

        Assert.Equal("refers to docker-credential-none, which may not be run", tried.Outcome);
    }

    private static RegistryCredentialQuery Query => new() { Registry = "quay.io", Repository = "team/app" };

    private RegistryAuthFileOptions Options => new() { GetEnvironmentVariable = name => _variables.GetValueOrDefault(name) };

    private static string Entries(string user) => $$$"""{"quay.io":{"username":"{{{user}}}","password":"p"}}""";

    private void Write(string variable, string file, string user) =>
        WriteText(variable, file, file == ".dockercfg" ? Entries(user) : "{\"auths\":" + Entries(user) + "}");

    /// <summary>Writes a file below a folder, and sets the variable to that folder; or to the file if it has no name.</summary>
    private void WriteText(string variable, string file, string text)
    {
        var path = GetPath(variable, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        _variables[variable] = file.Length == 0 ? path : GetFolder(variable);
    }

    private string GetPath(string variable, string file) =>
        Path.Combine(GetFolder(variable), file.Length == 0 ? "auth.json" : file);

    private string GetFolder(string variable) => Path.Combine(_folder.FullName, variable);

    private async Task<string?> UserAsync(RegistryAuthLocations locations)
    {
        var lookup = await RegistryCredentials.FromLocations(locations, Options).FindAsync(Query, CancellationToken.None);
        return (lookup.Credential as RegistryCredential.Login)?.UserName;
    }
}
