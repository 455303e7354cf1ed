namespace ImageStreams.Graphs;

/// <summary>The meaning of an edge, its firing, and the number of its field among those of its kind.</summary>
internal readonly record struct EdgeOrigin(GraphEdgeKind Kind, EdgeFiring Firing, int Index = 0)
{
    /// <summary>Gets the firing of a trigger.</summary>
    public static EdgeFiring GetTriggerFiring(bool canFire, bool isPaused) => (canFire, isPaused) switch
    {
        (false, _) => EdgeFiring.Manual,
        (true, true) => EdgeFiring.Paused,
        (true, false) => EdgeFiring.Automatic,
    };
}
