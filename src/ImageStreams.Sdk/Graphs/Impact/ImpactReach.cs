namespace ImageStreams.Graphs;

/// <summary>The condition under which a change reaches a node; of several paths the best counts.</summary>
public enum ImpactReach
{
    /// <summary>Every edge on the path is automatic.</summary>
    Automatic,

    /// <summary>An edge on the path is paused: the change follows once it is resumed.</summary>
    CutOffByPause,

    /// <summary>An edge on the path is manual: somebody must act.</summary>
    Manual,
}
