using ImageStreams.Collections;
using ImageStreams.Graphs;
using ImageStreams.Triggers;
using ImageStreams.Workspaces;

namespace ImageStreams.Tool;

/// <summary>The answer of <c>impact</c>: what moves, and, for a what-if, what would be new.</summary>
internal sealed class ImpactReport
{
    private readonly WorkspaceImpact _answer;

    private ImpactReport(LoadedInput input, WorkspaceImpact answer, WorkspaceMove? move = null)
    {
        Input = input;
        _answer = answer;
        NewCycles = move?.NewCycles ?? [];
        NewFindings = move?.NewFindings.Where(finding => finding.Severity >= TriggerSeverity.Warning).ToValueList() ?? [];
    }

    /// <summary>The manifests.</summary>
    public LoadedInput Input { get; }

    /// <summary>The impact.</summary>
    public TagImpact Impact => _answer.Impact;

    /// <summary>The assumptions that the automatic steps rest on.</summary>
    public WorkspaceAssumptions RestsOn => _answer.RestsOn;

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

        var answer = question.Images.IsEmpty
            ? input.Workspace.ComputeImpact(question.Tags.Select(input.ParseTag))
            : input.Workspace.ComputeImageImpact(question.Images[0]);
        return new ImpactReport(input, answer);
    }

    /// <summary>Finds the assumptions that a step rests on.</summary>
    public WorkspaceAssumptions FindAssumption(ImpactItem step) => _answer.FindAssumption(step);

    private static ImpactReport CreateWhatIf(ValueList<string> moves, LoadedInput input)
    {
        try
        {
            var move = input.Workspace.MoveTags(moves.Select(text => ParseMove(text, input)));
            return new ImpactReport(input, move.Impact, move);
        }
        catch (FormatException e)
        {
            throw ToolException.Usage($"--move: the target is no tag of a stream, and no image: {e.Message}");
        }
    }

    private static TagMove ParseMove(string text, LoadedInput input)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        return new TagMove { Tag = input.ParseTag(text[..equals]), To = text[(equals + 1)..] };
    }
}
