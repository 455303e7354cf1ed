namespace ImageStreams.IntegrationTests.Publishing;

/// <summary>The packages, used by a project that has nothing else.</summary>
[Collection("builds")]
public sealed class PackageTests(PackedFeed feed)
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="ImageStreams.Sdk" Version="*-*" />
            <PackageReference Include="ImageStreams.Sdk.Testing" Version="*-*" />
          </ItemGroup>
        </Project>
        """;

    private const string Program = """
        using ImageStreams;
        using ImageStreams.Importing;
        using ImageStreams.Resolution;
        using ImageStreams.Testing;

        using var registry = new InMemoryRegistry();
        registry.Push("team/app:1.0", SyntheticImage.Create("app"));

        var stream = new ImageStream
        {
            Metadata = new ObjectMeta { Namespace = "shop", Name = "app" },
            Spec = new ImageStreamSpec
            {
                Tags = [new TagReference
                {
                    Name = "latest",
                    From = new ObjectReference { Kind = ReferenceKinds.DockerImage, Name = "registry.example.com/team/app:1.0" },
                }],
            },
        };
        var result = await new ImageImporter(registry).ImportTagAsync(stream, "latest");
        Console.WriteLine(TagResolver.Resolve(result.Stream, "latest") is TagResolution.Resolved resolved
            ? $"resolved {resolved.PullSpec}"
            : "not resolved");
        """;

    [Fact]
    public async Task Packages_RestoredIntoAFreshConsoleApp_BuildAndRun()
    {
        using var folder = new ScratchFolder();
        folder.Write("app.csproj", Project);
        folder.Write("Program.cs", Program);
        folder.Write("nuget.config", feed.NuGetConfig);

        var output = await DotNet.RunAsync(folder.Path, "run", "-c", "Release", "--project", "app.csproj");

        Assert.StartsWith("resolved registry.example.com/team/app@sha256:", output.Trim(), StringComparison.Ordinal);
    }
}
