using ImageStreams.References;

namespace ImageStreams.Graphs;

/// <summary>Where one tag leads.</summary>
public sealed record TagOutcome
{
    /// <summary>The tag.</summary>
    public required ImageStreamTagName Tag { get; init; }

    /// <summary>Where it leads.</summary>
    public required TagOutcomeKind Kind { get; init; }

    /// <summary>The tag that decides: the one with the image, or the one at which the way ends: of a ring the first that comes again.</summary>
    public required ImageStreamTagName Decider { get; init; }

    /// <summary>How many references were followed to it; in a ring, until the first tag came again.</summary>
    public required int Hops { get; init; }
}
