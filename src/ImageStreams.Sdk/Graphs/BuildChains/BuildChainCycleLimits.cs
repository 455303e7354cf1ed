namespace ImageStreams.Graphs;

/// <summary>The limits of a search for cycles, of which there can be exponentially many.</summary>
/// <remarks>The search takes at most time linear in the chain for each cycle.</remarks>
public sealed record BuildChainCycleLimits
{
    /// <summary>The default of <see cref="Cycles"/>: 1,000.</summary>
    public const int DefaultCycles = 1_000;

    /// <summary>The default of <see cref="Nodes"/>: 1,000,000.</summary>
    public const int DefaultNodes = 1_000_000;

    /// <summary>The default limits.</summary>
    public static BuildChainCycleLimits Default { get; } = new();

    /// <summary>The largest number of cycles to find; at least 1. <see cref="DefaultCycles"/> by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Cycles { get; init => field = RequireAtLeastOne(value); } = DefaultCycles;

    /// <summary>
    /// The largest number of nodes of all cycles together; at least 1. <see cref="DefaultNodes"/> by default. The search
    /// ends at the cycle that reaches it, so that one cycle is found regardless of its length.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Nodes { get; init => field = RequireAtLeastOne(value); } = DefaultNodes;

    private static int RequireAtLeastOne(int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
        return value;
    }
}
