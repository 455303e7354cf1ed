using ImageStreams.References;

namespace ImageStreams.Graphs;

/// <summary>The outcome of resolving one tag across streams.</summary>
public sealed record TagOutcome
{
    /// <summary>The tag.</summary>
    public required ImageStreamTagName Tag { get; init; }

    /// <summary>The kind of the outcome.</summary>
    public required TagOutcomeKind Kind { get; init; }

    /// <summary>
    /// The tag that decides: the one with the image, or the last one on the path; in a cycle, the first tag that is reached
    /// again.
    /// </summary>
    public required ImageStreamTagName Decider { get; init; }

    /// <summary>The number of references that were followed; in a cycle, up to the first tag that is reached again.</summary>
    public required int Hops { get; init; }

    /// <summary>Returns the tag, the outcome and the tag that decides.</summary>
    public override string ToString() => Tag == Decider ? $"{Tag}: {Kind}" : $"{Tag}: {Kind} at {Decider}";
}
