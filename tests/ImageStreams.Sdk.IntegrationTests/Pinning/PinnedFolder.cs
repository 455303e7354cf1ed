using ImageStreams.IntegrationTests.Publishing;
using ImageStreams.Manifests;

namespace ImageStreams.IntegrationTests.Pinning;

/// <summary>A folder with projects whose containers are built on a tag of an image stream.</summary>
internal sealed class PinnedFolder : IDisposable
{
    /// <summary>The tag that the projects name, on line 13 of each.</summary>
    public const string Tag = "openshift/dotnet:10.0";

    /// <summary>Restoring needs the package under test alone.</summary>
    private const string Properties = """
        <Project>
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <InvariantGlobalization>true</InvariantGlobalization>
            <EnableRuntimePackDownload>false</EnableRuntimePackDownload>
            <EnableAppHostPackDownload>false</EnableAppHostPackDownload>
          </PropertyGroup>
        </Project>
        """;

    private readonly ScratchFolder _folder = new();

    public PinnedFolder(PackedFeed feed, string registry)
    {
        Registry = registry;
        _folder.Write("Directory.Build.props", Properties);
        _folder.Write("nuget.config", $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="packages" /></config>
              <packageSources><clear /><add key="feed" value="{feed.Folder}" /></packageSources>
            </configuration>
            """);
        _folder.Write("streams.yaml", $$"""
            apiVersion: image.openshift.io/v1
            kind: ImageStream
            metadata: {name: dotnet, namespace: openshift}
            spec:
              tags:
                - {name: "10.0", from: {kind: DockerImage, name: "{{registry}}/base/dotnet:10.0" } }

            """);
    }

    public string Registry { get; }

    public string Path => _folder.Path;

    /// <summary>Variables of the builds.</summary>
    public Dictionary<string, string> Environment { get; } = [];

    public string LockFile => System.IO.Path.Combine(_folder.Path, ImageLockFile.FileName);

    /// <summary>The entry of the tag in the lock.</summary>
    public LockedImage Locked => ImageLockFile.Read(LockFile).Find(Tag)!;

    /// <summary>Adds a project, and to its properties what is given.</summary>
    public PinnedFolder Add(string name, string more = "")
    {
        Directory.CreateDirectory(System.IO.Path.Combine(_folder.Path, name));
        _folder.Write($"{name}/Program.cs", "System.Console.WriteLine(1);");
        _folder.Write($"{name}/{name}.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <UseAppHost>false</UseAppHost>
                <ContainerRegistry>{Registry}</ContainerRegistry>
                <ContainerRepository>team/{name}</ContainerRepository>
                <ImageStreamInsecureRegistries>{Registry}</ImageStreamInsecureRegistries>
                {more}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="ImageStreams.Sdk.MSBuild" Version="*-*" PrivateAssets="all" />
                <ImageStreamManifests Include="../streams.yaml" />
                <ImageStreamBaseImage Include="{Tag}" />
              </ItemGroup>
            </Project>
            """);
        return this;
    }

    /// <summary>Writes a file.</summary>
    public void Write(string name, string text) => _folder.Write(name, text);

    /// <summary>Builds, and returns the output.</summary>
    public Task<string> RunAsync(params string[] arguments) => DotNet.RunAsync(_folder.Path, "dotnet", arguments, Environment);

    /// <summary>Publishes the container of a project.</summary>
    public Task<string> PublishAsync(string name, params string[] arguments) =>
        RunAsync(["publish", name, "-c", "Release", "-t:PublishContainer", .. arguments]);

    public void Dispose() => _folder.Dispose();
}
