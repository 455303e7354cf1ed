using ImageStreams.Collections;

namespace ImageStreams.Policies;

/// <summary>The memory of a tag's gates, which stands on the tag.</summary>
public sealed record TagGateState
{
    /// <summary>The greatest number of images that are remembered: 8.</summary>
    public const int MaxCandidates = 8;

    /// <summary>The memory of a tag that never moved.</summary>
    public static TagGateState Empty { get; } = new();

    /// <summary>The time of the last move, to the second; null for none.</summary>
    public DateTimeOffset? MovedAt { get; init; }

    /// <summary>The images that wait, the best one first; at most <see cref="MaxCandidates"/>.</summary>
    public ValueList<TagGateCandidate> Candidates { get; init; }

    /// <summary>Rounds a time up to the second, so that nothing is older than it is.</summary>
    internal static DateTimeOffset ToSecond(DateTimeOffset time)
    {
        var part = time.UtcTicks % TimeSpan.TicksPerSecond;
        return new(part == 0 ? time.UtcTicks : time.UtcTicks - part + TimeSpan.TicksPerSecond, TimeSpan.Zero);
    }
}
