using ImageStreams.Graphs;

namespace ImageStreams.Triggers;

/// <summary>What <see cref="TriggerSarif"/> adds to findings.</summary>
public sealed record TriggerSarifOptions
{
    /// <summary>No files.</summary>
    public static TriggerSarifOptions Default { get; } = new();

    /// <summary>
    /// Says in which file an object stands, so that tools show the finding there: a path from the root of the repository, an
    /// absolute path, or an absolute URI; null when it is in no file. Asked once for each finding.
    /// </summary>
    public Func<GraphField, string?>? FindFile { get; init; }
}
