using System.Diagnostics;
using ImageStreams.Collections;
using ImageStreams.Manifests;
using ImageStreams.MSBuild;
using ImageStreams.References;

namespace ImageStreams.Tests.MSBuild;

/// <summary>A folder with a project that imports the targets of the package, which a process of MSBuild then builds.</summary>
internal sealed class TargetsRig : IDisposable
{
    public const string Tag = "openshift/dotnet:10.0";

    private const string Sources = "src/ImageStreams.Sdk.MSBuild";

    public string Folder { get; } = Directory.CreateTempSubdirectory("imagestreams-").FullName;

    public string Answers => Path.Combine(Folder, "obj");

    /// <summary>An entry of the lock for two platforms of Linux.</summary>
    public static LockedImage Image => new()
    {
        Tag = Tag,
        PullSpec = "registry.example.com/ubi9/dotnet-100:10.0",
        Digest = CreateDigest('a'),
        MediaType = "application/vnd.oci.image.index.v1+json",
        Size = 741,
        Platforms = [CreatePlatform("linux/amd64", 'b'), CreatePlatform("linux/arm64", 'c')],
    };

    public static Digest CreateDigest(char digit) => Digest.Parse($"sha256:{new string(digit, 64)}");

    public TargetsRig Lock(params LockedImage[] images) =>
        Write("imagestreams.lock.json", new ImageLock { Images = images.ToValueList() }.ToJson());

    /// <summary>Writes a project that has the targets which the package hooks onto.</summary>
    public TargetsRig WriteProject(string content) => Write("app.proj", $"""
        <Project>
          <PropertyGroup><IntermediateOutputPath>obj/</IntermediateOutputPath></PropertyGroup>
          <Target Name="BeforeBuild" /><Target Name="Build" DependsOnTargets="BeforeBuild" />
          <Target Name="ComputeContainerBaseImage"><Message Importance="high" Text="BASE=$(ContainerBaseImage)" /></Target>
          <Import Project="{GetSource("build/ImageStreams.Sdk.MSBuild.props")}" />
        {content}
          <Import Project="{GetSource("build/ImageStreams.Sdk.MSBuild.targets")}" />
        </Project>
        """);

    public TargetsRig Write(string name, string text)
    {
        File.WriteAllText(Path.Combine(Folder, name), text);
        return this;
    }

    /// <summary>Builds, and returns the exit code and the output.</summary>
    public async Task<(int ExitCode, string Output)> BuildAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
        };
        string[] all = ["msbuild", "app.proj", "-nologo", "-nodeReuse:false", $"-p:ImageStreamTasksAssembly={typeof(ImageStreamTask).Assembly.Location}", .. arguments];
        Array.ForEach(all, start.ArgumentList.Add);
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }

    /// <summary>Gets the path of a file of the package.</summary>
    public static string GetSource(string name) => Path.Combine(FindRoot(AppContext.BaseDirectory), Sources, name);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static LockedPlatform CreatePlatform(string name, char digest) => new()
    {
        Platform = name,
        Digest = CreateDigest(digest),
        MediaType = "application/vnd.oci.image.manifest.v1+json",
        Size = 1200,
    };

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "ImageStreams.Sdk.sln")) ? folder : FindRoot(Path.GetDirectoryName(folder)!);
}
