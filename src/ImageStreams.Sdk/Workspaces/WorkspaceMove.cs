using ImageStreams.Collections;
using ImageStreams.Graphs;
using ImageStreams.Triggers;

namespace ImageStreams.Workspaces;

/// <summary>The answer to a what-if: the workspace in which tags have moved, and what follows.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
public sealed class WorkspaceMove
{
    private readonly Lazy<ValueList<GraphCycle>> _newCycles;
    private readonly Lazy<ValueList<TriggerFinding>> _newFindings;

    internal WorkspaceMove(ImageStreamWorkspace before, ImageStreamWorkspace after, WorkspaceImpact impact)
    {
        Workspace = after;
        Impact = impact;
        _newCycles = new Lazy<ValueList<GraphCycle>>(() => after.Cycles.Except(before.Cycles).ToValueList());
        _newFindings = new Lazy<ValueList<TriggerFinding>>(() => after.Diagnose().Except(before.Diagnose()).ToValueList());
    }

    /// <summary>The workspace after the moves; builds have not run in it.</summary>
    public ImageStreamWorkspace Workspace { get; }

    /// <summary>The builds, rollouts and other tags that follow.</summary>
    public WorkspaceImpact Impact { get; }

    /// <summary>The cycles that the moves would create; computed on the first call.</summary>
    public ValueList<GraphCycle> NewCycles => _newCycles.Value;

    /// <summary>The findings of the doctor that the moves would create; computed on the first call.</summary>
    public ValueList<TriggerFinding> NewFindings => _newFindings.Value;

    /// <summary>Returns the impact as a text of several lines.</summary>
    public override string ToString() => Impact.ToString();
}
