namespace ImageStreams.Manifests;

/// <summary>The readers, and the formats of files by their names.</summary>
internal static class MentionFormats
{
    private static readonly Dictionary<ImageMentionFormat, IMentionReader> Readers = new IMentionReader[]
    {
        new DockerfileReader(),
        new ComposeReader(),
        new DevContainerReader(),
        new GitHubWorkflowReader(),
        new GitLabPipelineReader(),
        new HelmValuesReader(),
        new KustomizationReader(),
        new MSBuildReader(),
    }.ToDictionary(reader => reader.Format);

    private static readonly string[] ProjectEndings = [".csproj", ".fsproj", ".vbproj", ".props", ".targets"];

    /// <summary>Folders and files that a search enters though their names begin with a dot; an ignore file can leave them out.</summary>
    public static IReadOnlyList<string> HiddenNames { get; } =
        ["!.github/", "!.gitlab/", "!.devcontainer/", "!.devcontainer.json", "!.gitlab-ci.yml", "!.gitlab-ci.yaml"];

    /// <summary>Gets the reader of a format.</summary>
    public static IMentionReader Get(ImageMentionFormat format) => Readers[format];

    /// <summary>Finds the format of a file by its path; null when it is none of them.</summary>
    /// <param name="path">The path, with slashes; that of a file decides by what is beside it whether it belongs to a chart.</param>
    /// <param name="isOnDisk">True when the path is that of a file.</param>
    public static ImageMentionFormat? Find(string path, bool isOnDisk)
    {
        var names = path.Replace('\\', '/').Split('/');
        var name = names[^1].ToLowerInvariant();
        if (IsDockerfile(name))
        {
            return ImageMentionFormat.Dockerfile;
        }

        if (Array.Exists(ProjectEndings, ending => name.EndsWith(ending, StringComparison.Ordinal)))
        {
            return ImageMentionFormat.MSBuild;
        }

        var file = isOnDisk ? path : null;
        return IsYaml(name) ? FindYaml(names, name, file) : FindOther(name);
    }

    /// <summary>Determines whether a file can have a format by its name alone.</summary>
    public static bool IsCandidate(string name) => IsYaml(name.ToLowerInvariant()) || Find(name, isOnDisk: false) is not null;

    private static bool IsYaml(string name) => name.EndsWith(".yaml", StringComparison.Ordinal) || name.EndsWith(".yml", StringComparison.Ordinal);

    private static bool IsDockerfile(string name) =>
        !name.EndsWith(".dockerignore", StringComparison.Ordinal)
        && !name.EndsWith(".md", StringComparison.Ordinal)
        && Array.Exists(["dockerfile", "containerfile"], word => name == word
            || name.StartsWith($"{word}.", StringComparison.Ordinal) || name.EndsWith($".{word}", StringComparison.Ordinal));

    private static ImageMentionFormat? FindOther(string name) => name switch
    {
        "devcontainer.json" or ".devcontainer.json" => ImageMentionFormat.DevContainer,
        "kustomization" => ImageMentionFormat.Kustomization,
        _ => null,
    };

    private static ImageMentionFormat? FindYaml(string[] names, string name, string? path) => name[..name.LastIndexOf('.')] switch
    {
        "kustomization" => ImageMentionFormat.Kustomization,
        "action" => ImageMentionFormat.GitHubWorkflow,
        _ when names is [.., ".github", "workflows", _] => ImageMentionFormat.GitHubWorkflow,
        var stem when stem.EndsWith(".gitlab-ci", StringComparison.Ordinal) => ImageMentionFormat.GitLabPipeline,
        var stem when IsCompose(stem) => ImageMentionFormat.Compose,
        var stem when stem.StartsWith("values", StringComparison.Ordinal) && IsInChart(path) => ImageMentionFormat.HelmValues,
        _ => null,
    };

    private static bool IsCompose(string stem) =>
        stem.StartsWith("compose", StringComparison.Ordinal)
        || stem.StartsWith("docker-compose", StringComparison.Ordinal)
        || stem.StartsWith("podman-compose", StringComparison.Ordinal);

    private static bool IsInChart(string? path) =>
        path is null || File.Exists(Path.Join(Path.GetDirectoryName(Path.GetFullPath(path)), "Chart.yaml"));
}
