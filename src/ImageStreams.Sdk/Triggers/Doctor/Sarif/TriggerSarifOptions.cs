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

    /// <summary>Finds the place of a field, with its line and column; where it finds none, <see cref="FindFile"/> is asked.
    /// Set in code only.</summary>
    /// <remarks>Called once for each finding.</remarks>
    public Func<GraphField, SarifPlace?>? FindPlace { get; set; }

    /// <summary>Gets the problems that other checks found, such as files that cannot be read; written before the findings.
    /// Null for none. Set in code only.</summary>
    /// <remarks>Called once for each log.</remarks>
    public Func<IReadOnlyList<SarifProblem>>? GetProblems { get; set; }

    /// <summary>Finds the place of a field by either delegate.</summary>
    internal SarifPlace? Find(GraphField field) =>
        FindPlace?.Invoke(field) ?? (FindFile?.Invoke(field) is { } file ? new SarifPlace { File = file } : null);
}
