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

    public required WorkloadKinds WorkloadKinds { get; init; }

    public required long MaxFileBytes { get; init; }

    public required long MaxTotalBytes { get; init; }

    public required int MaxFiles { get; init; }

    public required Stream? StandardInput { get; init; }

    public static LoadSettings Create(ManifestOptions? options)
    {
        options ??= new ManifestOptions();
        return new LoadSettings
        {
            Namespace = string.IsNullOrEmpty(options.Namespace) ? null : options.Namespace,
            Parameters = new Dictionary<string, string>(options.Parameters, StringComparer.Ordinal),
            Seed = options.Seed,
            Ignore = IgnoreScope.Create(options.Ignore),
            Extensions = [.. options.Extensions],
            WorkloadKinds = options.WorkloadKinds,
            MaxFileBytes = options.MaxFileBytes,
            MaxTotalBytes = options.MaxTotalBytes,
            MaxFiles = options.MaxFiles,
            StandardInput = options.StandardInput,
        };
    }
}
