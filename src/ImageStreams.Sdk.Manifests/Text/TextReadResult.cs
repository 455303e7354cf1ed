namespace ImageStreams.Manifests;

/// <summary>The documents of a text that can be read, and the problems of it.</summary>
internal sealed record TextReadResult
{
    /// <summary>The documents in order, without empty ones.</summary>
    public required IReadOnlyList<TextTree> Trees { get; init; }

    /// <summary>The problems in the order of their places.</summary>
    public required IReadOnlyList<ManifestProblem> Problems { get; init; }
}
