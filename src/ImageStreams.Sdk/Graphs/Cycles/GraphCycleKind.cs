namespace ImageStreams.Graphs;

/// <summary>What goes round.</summary>
public enum GraphCycleKind
{
    /// <summary>Tags follow each other, and none of them follows an image: no new one ever comes in.</summary>
    TagCycle,

    /// <summary>A build's output is, over however many steps, its own input.</summary>
    BuildLoop,
}
