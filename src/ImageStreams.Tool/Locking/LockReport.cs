using ImageStreams.Collections;
using ImageStreams.Manifests;

namespace ImageStreams.Tool;

/// <summary>The report of a command about a lock.</summary>
internal sealed record LockReport
{
    /// <summary>The file.</summary>
    public required string File { get; init; }

    /// <summary>Gets a value indicating whether the file was written.</summary>
    public bool IsWritten { get; init; }

    /// <summary>The differences.</summary>
    public required ValueList<ImageLockDifference> Differences { get; init; }

    /// <summary>Those of them that fail the command; empty for commands without a policy.</summary>
    public ValueList<ImageLockDifference> Violations { get; init; }

    /// <summary>The tags that could not be looked up.</summary>
    public ValueList<ImageLockProblem> Problems { get; init; }

    /// <summary>The answers of the policies of tags that have one.</summary>
    public ValueList<(string Tag, PolicyAnswer Answer)> Policies { get; init; }

    /// <summary>The last line.</summary>
    public required string Summary { get; init; }

    /// <summary>Gets the exit code: a registry that did not answer, or a name that is none, leaves the question open.</summary>
    public static int GetExitCode(ValueList<ImageLockProblem> problems, bool hasFindings)
    {
        if (problems.Any(problem => problem.Kind == ImageLockProblemKind.RegistryFailed))
        {
            return ToolExitCode.Failed;
        }

        return hasFindings || !problems.IsEmpty ? ToolExitCode.Findings : ToolExitCode.Fine;
    }
}
