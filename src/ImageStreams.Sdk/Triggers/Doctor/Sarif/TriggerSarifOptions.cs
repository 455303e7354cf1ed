using ImageStreams.Graphs;

namespace ImageStreams.Triggers;

/// <summary>Options of <see cref="TriggerSarif"/>.</summary>
public sealed class TriggerSarifOptions
{
    /// <summary>Finds the file of an object, so that tools show the finding there: a path from the root of the
    /// repository, an absolute path, or an absolute URI; <see langword="null"/>, as delegate or as result, for no file.
    /// Set in code only.</summary>
    /// <remarks>Called once for each finding.</remarks>
    public Func<GraphField, string?>? FindFile { get; set; }
}
