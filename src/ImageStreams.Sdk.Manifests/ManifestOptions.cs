using ImageStreams.Workloads;

namespace ImageStreams.Manifests;

/// <summary>Options of loading a set of manifests.</summary>
/// <remarks>Read when loading begins.</remarks>
public sealed class ManifestOptions
{
    /// <summary>The default of <see cref="MaxFileBytes"/>: 32 MiB.</summary>
    public const long DefaultMaxFileBytes = 32L * 1024 * 1024;

    /// <summary>The default of <see cref="MaxTotalBytes"/>: 512 MiB.</summary>
    public const long DefaultMaxTotalBytes = 512L * 1024 * 1024;

    /// <summary>The default of <see cref="MaxFiles"/>: 100,000 files.</summary>
    public const int DefaultMaxFiles = 100_000;

    /// <summary>The namespace of objects that name none; null, the default, leaves them without one.</summary>
    public string? Namespace { get; set; }

    /// <summary>The values of template parameters by their names, which take precedence over those of the templates; empty by
    /// default.</summary>
    public IDictionary<string, string> Parameters { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The seed of the values that templates generate: the same seed gives the same values; 0 by default.</summary>
    public int Seed { get; set; }

    /// <summary>Patterns of files and folders that are skipped, in the syntax of <c>.gitignore</c>, relative to each folder that is
    /// loaded; empty by default.</summary>
    /// <remarks>
    /// A folder is searched without its hidden files and folders and without <c>node_modules</c>, <c>bin</c> and <c>obj</c>. A file
    /// <c>.imagestreamsignore</c> in a folder has patterns for the folder and those below it. A file that is named is always read.
    /// </remarks>
    public IList<string> Ignore { get; } = new List<string>();

    /// <summary>The endings of the files that are read in folders; <c>.yaml</c>, <c>.yml</c> and <c>.json</c> by default.</summary>
    public IList<string> Extensions { get; } = new List<string> { ".yaml", ".yml", ".json" };

    /// <summary>The kinds of objects that are read as workloads; those of Kubernetes and OpenShift by default.</summary>
    public WorkloadKinds WorkloadKinds { get; set; } = WorkloadKinds.Known;

    /// <summary>The maximum size of one file in bytes; <see cref="DefaultMaxFileBytes"/> by default. A larger file is a problem.</summary>
    public long MaxFileBytes { get; set; } = DefaultMaxFileBytes;

    /// <summary>The maximum size of all files in bytes; <see cref="DefaultMaxTotalBytes"/> by default. The file that exceeds it is a
    /// problem, and so are those after it.</summary>
    public long MaxTotalBytes { get; set; } = DefaultMaxTotalBytes;

    /// <summary>The maximum number of files; <see cref="DefaultMaxFiles"/> by default. Those after it are not read, which is a
    /// problem.</summary>
    public int MaxFiles { get; set; } = DefaultMaxFiles;

    /// <summary>The stream that the path <c>-</c> means; null, the default, for the standard input of the process.</summary>
    public Stream? StandardInput { get; set; }
}
