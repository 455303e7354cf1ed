namespace ImageStreams.Manifests;

/// <summary>A file to read, or a problem in its place.</summary>
internal sealed record FileSource
{
    /// <summary>The name in places.</summary>
    public required string Name { get; init; }

    /// <summary>The full path; null for standard input.</summary>
    public string? FullPath { get; init; }

    /// <summary>The reason why there is nothing to read; null otherwise.</summary>
    public ManifestProblem? Problem { get; init; }
}
