using ImageStreams.Manifests;
using ImageStreams.MSBuild;
using ImageStreams.Registries;
using ImageStreams.Testing;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace ImageStreams.Tests.MSBuild;

/// <summary>A folder with a project, a registry in the process, and tasks that run as MSBuild runs them.</summary>
internal sealed class BuildRig : IDisposable
{
    public const string Tag = "openshift/dotnet:10.0";

    public const string PullSpec = "registry.example.com/ubi9/dotnet-100:10.0";

    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <ItemGroup>
            <ImageStreamTag Include="registry.example.com/web/nginx:1" />
            <ImageStreamBaseImage Include="openshift/dotnet:10.0" />
          </ItemGroup>
        </Project>
        """;

    private const string Streams = """
        apiVersion: image.openshift.io/v1
        kind: ImageStream
        metadata: {name: dotnet, namespace: openshift}
        spec:
          tags:
            - {name: "10.0", from: {kind: DockerImage, name: "registry.example.com/ubi9/dotnet-100:10.0"}}

        """;

    public BuildRig()
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(ProjectFile, Project);
        File.WriteAllText(StreamFile, Streams);
    }

    public RecordingBuildEngine Engine { get; } = new();

    public InMemoryRegistry Registry { get; } = new();

    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"imagestreams-{Guid.NewGuid():N}");

    public string ProjectFile => Path.Combine(Folder, "app.csproj");

    public string StreamFile => Path.Combine(Folder, "streams.yaml");

    public string LockFile => Path.Combine(Folder, "imagestreams.lock.json");

    public string AnswerFile => Path.Combine(Folder, "obj", "answers");

    /// <summary>The number of times that a task asked for a registry.</summary>
    public int Clients { get; private set; }

    public static SyntheticIndex Index(string name) =>
        SyntheticIndex.Create(SyntheticImage.Create(name), SyntheticImage.Create(name).WithPlatform("linux", "arm64", "v8")).AsOci();

    public static TaskItem BaseImage(string tag) => Item(tag, "base");

    public static TaskItem Item(string tag, string use) => new(tag, new Dictionary<string, string> { ["Use"] = use });

    public ImageLock ReadLock() => ImageLockFile.Read(LockFile);

    public bool Run(ImageStreamTask task, params ITaskItem[] tags)
    {
        using (task)
        {
            task.BuildEngine = Engine;
            task.Tags = tags.Length == 0 ? [BaseImage(Tag)] : tags;
            task.Manifests = [new TaskItem(StreamFile)];
            task.LockFile = LockFile;
            task.ProjectFile = ProjectFile;
            task.CreateRegistry = OpenRegistry;
            return task.Execute();
        }
    }

    public bool Resolve(bool lockedMode = false, string[]? runtimes = null, params ITaskItem[] tags) => Run(
        new ResolveImageStreamTags { AnswerFile = AnswerFile, LockedMode = lockedMode, RuntimeIdentifiers = runtimes ?? ["linux-x64"] }, tags);

    public string[][] ReadAnswers() => [.. File.ReadAllLines(AnswerFile).Select(line => line.Split('|'))];

    public void Dispose()
    {
        Registry.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private HttpRegistryClient OpenRegistry()
    {
        Clients++;
        return Registry.CreateClient();
    }
}
