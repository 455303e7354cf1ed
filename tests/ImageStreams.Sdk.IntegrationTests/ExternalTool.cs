namespace ImageStreams.IntegrationTests;

/// <summary>A program of the machine that tests need. On CI it must be there; elsewhere its tests are skipped.</summary>
public sealed class ExternalTool
{
    private readonly string _name;
    private readonly string _package;
    private readonly string? _path;

    private ExternalTool(string name, string? package = null)
    {
        (_name, _package) = (name, package ?? name);
        _path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Where(folder => folder.Length > 0)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
    }

    public static ExternalTool DockerRegistry { get; } = new("docker-registry");

    public static ExternalTool Skopeo { get; } = new("skopeo");

    /// <summary>Graphviz, by the name of its program for directed graphs.</summary>
    public static ExternalTool Dot { get; } = new("dot", "graphviz");

    public static ExternalTool Chromium { get; } = new("chromium");

    public bool IsInstalled => _path is not null;

    /// <summary>The reason why tests are skipped; <see langword="null"/> if they run, which on CI they always do.</summary>
    public string? SkipReason => IsInstalled || IsContinuousIntegration ? null : Advice;

    /// <summary>The path of the program.</summary>
    /// <exception cref="InvalidOperationException">It is not installed.</exception>
    public string Executable => _path ?? throw new InvalidOperationException(Advice);

    private static bool IsContinuousIntegration => Environment.GetEnvironmentVariable("CI") == "true";

    private string Advice => $"{_name} is not installed; 'apt-get install {_package}' provides it.";
}
