namespace ImageStreams.Fuzz;

/// <summary>What to run, and for how long.</summary>
internal sealed record FuzzOptions
{
    /// <summary>The time of the whole run, which the targets share equally.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The seed: the same seed makes the same inputs.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>The only target to run, or the first word of the names of several; null for all of them.</summary>
    public string? Target { get; init; }

    /// <summary>The only input to run, by its number; null for all of them.</summary>
    public long? Iteration { get; init; }
}
