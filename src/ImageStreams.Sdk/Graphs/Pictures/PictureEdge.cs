namespace ImageStreams.Graphs;

/// <summary>An edge of a picture: all edges from one of its nodes to another.</summary>
internal sealed class PictureEdge(int from, int to)
{
    private static readonly string[] Words = ["follows", "imports", "pins", "base", "trigger", "copies", "pushes", "runs"];

    private readonly int[] _counts = new int[Words.Length];

    public int From => from;

    public int To => to;

    /// <summary>The best of what the edges do: one that fires is enough.</summary>
    public EdgeFiring Firing { get; private set; } = EdgeFiring.Manual;

    public bool IsInCycle { get; private set; }

    public void Add(GraphEdge edge, bool isInCycle)
    {
        _counts[(int)edge.Kind]++;
        Firing = edge.Firing < Firing ? edge.Firing : Firing;
        IsInCycle |= isInCycle;
    }

    /// <summary>The same edges between nodes of other numbers.</summary>
    public PictureEdge Between(int newFrom, int newTo)
    {
        var edge = new PictureEdge(newFrom, newTo) { Firing = Firing, IsInCycle = IsInCycle };
        _counts.CopyTo(edge._counts, 0);
        return edge;
    }

    /// <summary>What the edges mean, and how many there are where that is more than one.</summary>
    public string Label()
    {
        var kinds = Enumerable.Range(0, _counts.Length).Where(kind => _counts[kind] > 0)
            .Select(kind => _counts[kind] == 1 ? Words[kind] : $"{Words[kind]} ×{_counts[kind]}");
        return string.Join(", ", kinds) + (Firing == EdgeFiring.Paused ? " (paused)" : "");
    }
}
