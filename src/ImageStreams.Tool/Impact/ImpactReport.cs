using ImageStreams.Collections;
using ImageStreams.Graphs;
using ImageStreams.Triggers;
using ImageStreams.Workspaces;

namespace ImageStreams.Tool;

/// <summary>The answer of <c>impact</c>: what moves, and, for a what-if, what would be new.</summary>
internal sealed class ImpactReport
{
    private ImpactReport(LoadedInput input, TagImpact impact, ValueList<GraphCycle> newCycles, ValueList<TriggerFinding> newFindings)
    {
        Input = input;
        Impact = impact;
        NewCycles = newCycles;
        NewFindings = newFindings;
    }

    /// <summary>The manifests.</summary>
    public LoadedInput Input { get; }

    /// <summary>The impact.</summary>
    public TagImpact Impact { get; }

    /// <summary>The cycles that a move would create.</summary>
    public ValueList<GraphCycle> NewCycles { get; }

    /// <summary>The errors and warnings of the doctor that a move would create.</summary>
    public ValueList<TriggerFinding> NewFindings { get; }

    /// <summary>Computes the answer.</summary>
    public static ImpactReport Create(ImpactQuestion question, LoadedInput input)
    {
        if (!question.Moves.IsEmpty)
        {
            return CreateWhatIf(question.Moves, input);
        }

        var impact = question.Images.IsEmpty
            ? input.Workspace.Graph.ComputeImpact(question.Tags.Select(input.ParseTag))
            : input.Workspace.Graph.ComputeImageImpact(question.Images[0]);
        return new ImpactReport(input, impact, [], []);
    }

    private static ImpactReport CreateWhatIf(ValueList<string> moves, LoadedInput input)
    {
        var parsed = moves.Select(move => TagMove.Parse(move, input)).ToList();
        var after = WorkspaceFactory.Create(input.Manifests, input.Settings, streams => TagMove.Apply(parsed, streams));
        var impact = after.Graph.ComputeImpact(parsed.Select(move => move.Tag));
        var cycles = after.Cycles.Where(cycle => !input.Workspace.Cycles.Contains(cycle)).ToValueList();
        return new ImpactReport(input, impact, cycles, FindNew(input.Workspace, after));
    }

    private static ValueList<TriggerFinding> FindNew(ImageStreamWorkspace before, ImageStreamWorkspace after)
    {
        var known = before.Diagnose().ToHashSet();
        return after.Diagnose()
            .Where(finding => finding.Severity >= TriggerSeverity.Warning && !known.Contains(finding))
            .ToValueList();
    }
}
