using ImageStreams.Graphs;

namespace ImageStreams.Triggers;

/// <summary>The settings of <see cref="TriggerSarif"/>.</summary>
public sealed record TriggerSarifOptions
{
    /// <summary>The defaults: no files.</summary>
    public static TriggerSarifOptions Default { get; } = new();

    /// <summary>
    /// Finds the file of an object, in which tools then show the finding: a path from the root of the repository, an absolute
    /// path, or an absolute URI; null when there is none. Called once for each finding.
    /// </summary>
    public Func<GraphField, string?>? FindFile { get; init; }
}
