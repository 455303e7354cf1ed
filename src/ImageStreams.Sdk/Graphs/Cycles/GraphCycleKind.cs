namespace ImageStreams.Graphs;

/// <summary>The kind of a cycle in a <see cref="TagGraph"/>.</summary>
public enum GraphCycleKind
{
    /// <summary>Tags that follow each other, so that none of them gets a new image.</summary>
    TagCycle,

    /// <summary>Builds whose output is, directly or through other nodes, their own input.</summary>
    BuildLoop,
}
