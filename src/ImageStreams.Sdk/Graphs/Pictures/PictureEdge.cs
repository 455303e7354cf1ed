namespace ImageStreams.Graphs;

/// <summary>An edge of a picture: all edges from one of its nodes to another.</summary>
internal sealed class PictureEdge(int from, int to)
{
    private static readonly GraphEdgeKind[] Kinds = Enum.GetValues<GraphEdgeKind>();

    private readonly int[] _counts = new int[Kinds.Length];

    public int From => from;

    public int To => to;

    /// <summary>The best firing of the edges: one that fires is enough.</summary>
    public EdgeFiring Firing { get; private set; } = EdgeFiring.Manual;

    public bool IsInCycle { get; private set; }

    public void Add(GraphEdge edge, bool isInCycle)
    {
        _counts[(int)edge.Kind]++;
        Firing = edge.Firing < Firing ? edge.Firing : Firing;
        IsInCycle |= isInCycle;
    }

    /// <summary>Creates the same edges between nodes of other numbers.</summary>
    public PictureEdge Renumber(int newFrom, int newTo)
    {
        var edge = new PictureEdge(newFrom, newTo) { Firing = Firing, IsInCycle = IsInCycle };
        _counts.CopyTo(edge._counts, 0);
        return edge;
    }

    /// <summary>Gets the meanings of the edges, each with its count when there is more than one.</summary>
    public string GetLabel()
    {
        var kinds = Kinds
            .Where(kind => _counts[(int)kind] > 0)
            .Select(kind => _counts[(int)kind] == 1 ? GetWord(kind) : $"{GetWord(kind)} ×{_counts[(int)kind]}");
        return string.Join(", ", kinds) + (Firing == EdgeFiring.Paused ? " (paused)" : "");
    }

    private static string GetWord(GraphEdgeKind kind) => kind switch
    {
        GraphEdgeKind.Follows => "follows",
        GraphEdgeKind.Imports => "imports",
        GraphEdgeKind.Pins => "pins",
        GraphEdgeKind.BuildBase => "base",
        GraphEdgeKind.BuildTrigger => "trigger",
        GraphEdgeKind.BuildSource => "copies",
        GraphEdgeKind.BuildOutput => "pushes",
        _ => "runs",
    };
}
