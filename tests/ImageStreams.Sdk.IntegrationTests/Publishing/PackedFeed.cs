namespace ImageStreams.IntegrationTests.Publishing;

/// <summary>All packages, packed once for all tests as a release would be.</summary>
public sealed class PackedFeed : IAsyncLifetime, IDisposable
{
    /// <summary>The address of the repository that the packages name.</summary>
    public const string RepositoryUrl = "https://git.example.com/image-streams/sdk";

    /// <summary>The commit that the packages name.</summary>
    public const string Commit = "0123456789abcdef0123456789abcdef01234567";

    private readonly ScratchFolder _folder = new();

    /// <summary>The ids of the packages with a library.</summary>
    public static TheoryData<string> Ids { get; } = new()
    {
        "ImageStreams.Sdk", "ImageStreams.Sdk.Testing", "ImageStreams.Sdk.Testing.Server", "ImageStreams.Sdk.Manifests",
        "ImageStreams.Sdk.Hosting", "ImageStreams.Sdk.AspNetCore", "ImageStreams.Sdk.Sqlite", "ImageStreams.Sdk.PostgreSql",
        "ImageStreams.Sdk.Kubernetes", "ImageStreams.Sdk.Kubernetes.Aot",
    };

    /// <summary>The folder of the packages.</summary>
    public string Folder => _folder.Path;

    /// <summary>The properties that every build of the sources has here, so that only the first one compiles them.</summary>
    /// <remarks>The analyzers have seen these sources in the build that the tests belong to.</remarks>
    internal static string[] Properties { get; } =
        [$"-p:RepositoryUrl={RepositoryUrl}.git", $"-p:RepositoryCommit={Commit}", "-p:RunAnalyzers=false"];

    public Task InitializeAsync() => DotNet.RunAsync(DotNet.Root, ["pack", "-c", "Release", "-o", Folder, .. Properties]);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();

    /// <summary>The configuration of a project that takes the packages from here, and their dependencies from the usual sources.</summary>
    public string NuGetConfig => $"""
        <configuration>
          <config><add key="globalPackagesFolder" value="packages" /></config>
          <packageSources><add key="feed" value="{Folder}" /></packageSources>
          <packageSourceMapping>
            <packageSource key="feed"><package pattern="ImageStreams.*" /></packageSource>
            <packageSource key="nuget.org"><package pattern="*" /></packageSource>
          </packageSourceMapping>
        </configuration>
        """;

    /// <summary>Opens a package.</summary>
    internal PackedPackage Open(string id) => new(Assert.Single(Directory.GetFiles(Folder, $"{id}.?.*.nupkg")));
}
