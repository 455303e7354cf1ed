namespace ImageStreams.IntegrationTests;

/// <summary>A program of the machine that tests need. On CI it must be there; elsewhere its tests are skipped.</summary>
public sealed class ExternalTool
{
    /// <summary>The folder of programs that no package of the machine provides; tests/run fills it.</summary>
    private static readonly string Cache = Path.Combine(
        Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache
            ? cache
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"),
        "imagestreams-tests");

    private readonly string _name;
    private readonly string _source;
    private readonly string? _path;

    private ExternalTool(string name, string? source = null)
    {
        (_name, _source) = (name, source ?? $"'apt-get install {name}'");
        _path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Where(folder => folder.Length > 0)
            .Append(Cache)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
    }

    public static ExternalTool DockerRegistry { get; } = new("docker-registry");

    public static ExternalTool Skopeo { get; } = new("skopeo");

    /// <summary>Graphviz, by the name of its program for directed graphs.</summary>
    public static ExternalTool Dot { get; } = new("dot", "'apt-get install graphviz'");

    public static ExternalTool Chromium { get; } = new("chromium");

    public static ExternalTool OpenSsl { get; } = new("openssl");

    /// <summary>The current version of kubectl.</summary>
    public static ExternalTool Kubectl { get; } = new("kubectl-1.35", "tests/run");

    /// <summary>The version of kubectl that Debian 12 has.</summary>
    public static ExternalTool OldKubectl { get; } = new("kubectl-1.20", "tests/run");

    public bool IsInstalled => _path is not null;

    /// <summary>The reason why tests are skipped; <see langword="null"/> if they run, which on CI they always do.</summary>
    public string? SkipReason => IsInstalled || IsContinuousIntegration ? null : Advice;

    /// <summary>The path of the program.</summary>
    /// <exception cref="InvalidOperationException">It is not installed.</exception>
    public string Executable => _path ?? throw new InvalidOperationException(Advice);

    private static bool IsContinuousIntegration => Environment.GetEnvironmentVariable("CI") == "true";

    private string Advice => $"{_name} is not installed; {_source} provides it.";
}
