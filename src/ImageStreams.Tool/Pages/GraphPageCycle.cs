using ImageStreams.Collections;

namespace ImageStreams.Tool;

/// <summary>One cycle of the page.</summary>
internal sealed record GraphPageCycle
{
    /// <summary>The kind: <c>TagCycle</c> or <c>BuildLoop</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>A value indicating whether the builds of the cycle start each other endlessly.</summary>
    public required bool IsEndless { get; init; }

    /// <summary>The positions of the edges of a shortest path around it.</summary>
    public required ValueList<int> Edges { get; init; }
}
