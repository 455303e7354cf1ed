using ImageStreams.Workloads;

namespace ImageStreams.Manifests;

/// <summary>The options of loading as they were when it began.</summary>
internal sealed class LoadSettings
{
    public required string? Namespace { get; init; }

    public required Dictionary<string, string> Parameters { get; init; }

    public required int Seed { get; init; }

    public required IgnoreScope Ignore { get; init; }

    public required string[] Extensions { get; init; }

    /// <summary>Determines whether a file in a folder is read, by its name; null when its ending decides.</summary>
    public Func<string, bool>? IsWanted { get; init; }

    public required WorkloadKinds WorkloadKinds { get; init; }

    public required long MaxFileBytes { get; init; }

    public required long MaxTotalBytes { get; init; }

    public required int MaxFiles { get; init; }

    public required Stream? StandardInput { get; init; }

    public static LoadSettings Create(
        ManifestOptions? options, IgnoreScope? ignore = null, Func<string, bool>? isWanted = null)
    {
        options ??= new ManifestOptions();
        return new LoadSettings
        {
            Namespace = string.IsNullOrEmpty(options.Namespace) ? null : options.Namespace,
            Parameters = new Dictionary<string, string>(options.Parameters, StringComparer.Ordinal),
            Seed = options.Seed,
            Ignore = ignore ?? IgnoreScope.Create(options.Ignore),
            Extensions = [.. options.Extensions],
            IsWanted = isWanted,
            WorkloadKinds = options.WorkloadKinds,
            MaxFileBytes = options.MaxFileBytes,
            MaxTotalBytes = options.MaxTotalBytes,
            MaxFiles = options.MaxFiles,
            StandardInput = options.StandardInput,
        };
    }
}
