using ImageStreams.Collections;
using ImageStreams.Triggers;

namespace ImageStreams.Tool;

/// <summary>The findings of a command, in the order of their places.</summary>
internal sealed class FindingReport
{
    /// <summary>Creates a report.</summary>
    /// <param name="command">The name of the command.</param>
    /// <param name="findings">The findings in any order.</param>
    /// <param name="ignored">The codes that are not reported.</param>
    /// <param name="files">The number of files that were read.</param>
    /// <param name="objects">The number of objects that were found.</param>
    /// <param name="clusterObjects">The number of objects of the cluster; null without one.</param>
    public FindingReport(
        string command, IEnumerable<Finding> findings, ValueList<string> ignored, int files, int objects, int? clusterObjects = null)
    {
        var codes = ignored.ToHashSet(StringComparer.OrdinalIgnoreCase);
        Command = command;
        Files = files;
        Objects = objects;
        ClusterObjects = clusterObjects;
        Findings =
        [
            .. findings.Where(finding => !codes.Contains(finding.Code))
                .OrderBy(finding => finding.Place?.File, StringComparer.Ordinal)
                .ThenBy(finding => finding.Place?.Line)
                .ThenBy(finding => finding.Place?.Column)
                .ThenBy(finding => finding.Code, StringComparer.Ordinal),
        ];
    }

    /// <summary>The name of the command.</summary>
    public string Command { get; }

    /// <summary>The number of files that were read.</summary>
    public int Files { get; }

    /// <summary>The number of objects that were found.</summary>
    public int Objects { get; }

    /// <summary>The number of objects of the cluster; null without one.</summary>
    public int? ClusterObjects { get; }

    /// <summary>The findings in the order of their places.</summary>
    public ValueList<Finding> Findings { get; }

    /// <summary>Counts the findings of a severity.</summary>
    public int Count(TriggerSeverity severity) => Findings.Count(finding => finding.Severity == severity);

    /// <summary>Gets the exit code: findings of a severity or above fail the command.</summary>
    public int GetExitCode(TriggerSeverity failOn) =>
        Findings.Any(finding => finding.Severity >= failOn) ? ToolExitCode.Findings : ToolExitCode.Fine;
}
