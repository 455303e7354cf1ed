namespace ImageStreams.Graphs;

/// <summary>One edge of the graph, which is in a list of each of its ends.</summary>
internal struct EdgeRow
{
    private const int KindBits = 3;
    private const int FiringBits = 2;

    public int From;
    public int To;

    /// <summary>The next edge that leads away from <see cref="From"/>, or the next free row.</summary>
    public int NextOut;

    public int PreviousOut;

    /// <summary>The next edge that leads to <see cref="To"/>.</summary>
    public int NextIn;

    public int PreviousIn;

    private int _origin;

    /// <summary>The meaning of the edge.</summary>
    public readonly GraphEdgeKind Kind => (GraphEdgeKind)(_origin & ((1 << KindBits) - 1));

    /// <summary>The condition under which a change follows the edge.</summary>
    public readonly EdgeFiring Firing => (EdgeFiring)((_origin >> KindBits) & ((1 << FiringBits) - 1));

    /// <summary>The number of its field among those of its kind, such as that of a trigger.</summary>
    public readonly int Index => _origin >> (KindBits + FiringBits);

    public static EdgeRow Create(int from, int to, EdgeOrigin origin) => new()
    {
        From = from,
        To = to,
        PreviousOut = NodeRow.None,
        PreviousIn = NodeRow.None,
        _origin = (int)origin.Kind | ((int)origin.Firing << KindBits) | (origin.Index << (KindBits + FiringBits)),
    };
}
