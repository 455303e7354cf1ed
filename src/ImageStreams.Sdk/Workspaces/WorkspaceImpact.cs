using ImageStreams.Graphs;

namespace ImageStreams.Workspaces;

/// <summary>An impact in an <see cref="ImageStreamWorkspace"/>, and the assumptions that its steps rest on.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
public sealed class WorkspaceImpact
{
    private readonly ImageStreamWorkspace _workspace;
    private readonly Lazy<WorkspaceAssumptions> _restsOn;

    internal WorkspaceImpact(ImageStreamWorkspace workspace, TagImpact impact)
    {
        _workspace = workspace;
        Impact = impact;
        _restsOn = new Lazy<WorkspaceAssumptions>(() => Sum(impact.Waves.SelectMany(wave => wave.Items)));
    }

    /// <summary>The impact: the steps in waves, and those that wait for a user.</summary>
    public TagImpact Impact { get; }

    /// <summary>The assumptions that the automatic steps rest on; computed on the first call.</summary>
    public WorkspaceAssumptions RestsOn => _restsOn.Value;

    /// <summary>
    /// Finds the assumptions that a step rests on: those without which the tag that causes it, or the tag that moves, has no
    /// image.
    /// </summary>
    /// <param name="step">A step of the impact.</param>
    /// <exception cref="ArgumentNullException"><paramref name="step"/> is null.</exception>
    public WorkspaceAssumptions FindAssumption(ImpactItem step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return FindAssumption(step.Node) | FindAssumption(step.Cause.From);
    }

    /// <summary>Returns the impact as a text of several lines, and the assumptions.</summary>
    public override string ToString() => WorkspaceTexts.AddAssumptions(Impact.ToString(), RestsOn);

    private WorkspaceAssumptions FindAssumption(GraphNode node) =>
        node is GraphNode.Tag tag ? _workspace.FindAssumption(tag.Name) : WorkspaceAssumptions.AsStored;

    private WorkspaceAssumptions Sum(IEnumerable<ImpactItem> steps) =>
        steps.Aggregate(WorkspaceAssumptions.AsStored, (sum, step) => sum | FindAssumption(step));
}
