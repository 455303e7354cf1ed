using System.Text.Json;

namespace ImageStreams.Tests.Architecture;

/// <summary>What a build takes from outside is recorded: packages with their hashes, tools and the SDK with their versions.</summary>
public sealed class SupplyChainTests
{
    private static readonly string Root = Path.GetDirectoryName(SourceTree.Folder)!;
    private static readonly string Solution = File.ReadAllText(Path.Combine(Root, "ImageStreams.Sdk.sln"));

    public static TheoryData<string> Projects { get; } =
    [
        .. ((string[])["src", "tests", "benchmarks", "docs"])
            .SelectMany(folder => Directory.GetFiles(Path.Combine(Root, folder), "*.csproj", SearchOption.AllDirectories))
            .Where(IsPartOfTheSolution)
            .Select(file => Path.GetRelativePath(Root, file)),
    ];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_PackagesAreLocked_EachWithItsHash(string project)
    {
        using var locked = Read(Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json"));

        var packages = locked.RootElement.GetProperty("dependencies").EnumerateObject()
            .SelectMany(framework => framework.Value.EnumerateObject())
            .Where(package => package.Value.GetProperty("type").GetString() != "Project")
            .ToList();

        Assert.NotEmpty(packages);
        Assert.All(packages, package => Assert.NotEmpty(package.Value.GetProperty("contentHash").GetString()!));
    }

    [Fact]
    public void GlobalJson_AnySdkOfTheMajorVersion_IsTaken()
    {
        using var global = Read("global.json");
        var sdk = global.RootElement.GetProperty("sdk");

        Assert.Equal("10.0.100", sdk.GetProperty("version").GetString());
        Assert.Equal("latestFeature", sdk.GetProperty("rollForward").GetString());
    }

    [Fact]
    public void Tools_EachHasOneVersion()
    {
        using var manifest = Read(".config/dotnet-tools.json");

        Assert.All(
            manifest.RootElement.GetProperty("tools").EnumerateObject(),
            tool => Assert.Matches(@"^\d+\.\d+\.\d+$", tool.Value.GetProperty("version").GetString()!));
    }

    private static JsonDocument Read(string file) => JsonDocument.Parse(File.ReadAllText(Path.Combine(Root, file)));

    /// <summary>Projects that are data of tests are no part of it.</summary>
    private static bool IsPartOfTheSolution(string project) =>
        Solution.Contains(Path.GetRelativePath(Root, project).Replace('/', '\\'), StringComparison.Ordinal)
        || Solution.Contains(Path.GetRelativePath(Root, project), StringComparison.Ordinal);
}
