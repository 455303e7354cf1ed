namespace ImageStreams.Graphs;

/// <summary>When a search for cycles ends early: there can be exponentially many of them.</summary>
/// <remarks>The search takes at most a time linear in the chain for each cycle it finds.</remarks>
public sealed record BuildChainCycleLimits
{
    /// <summary>The default of <see cref="Cycles"/>: 1,000.</summary>
    public const int DefaultCycles = 1_000;

    /// <summary>The default of <see cref="Nodes"/>: 1,000,000.</summary>
    public const int DefaultNodes = 1_000_000;

    /// <summary>The limits that hold where none are given.</summary>
    public static BuildChainCycleLimits Default { get; } = new();

    /// <summary>The most cycles to find; at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Cycles { get; init => field = RequireAtLeastOne(value); } = DefaultCycles;

    /// <summary>
    /// How many nodes the cycles may have together; at least 1. The search ends at the cycle that reaches it, so that
    /// one cycle is found however long it is.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Nodes { get; init => field = RequireAtLeastOne(value); } = DefaultNodes;

    private static int RequireAtLeastOne(int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
        return value;
    }
}
