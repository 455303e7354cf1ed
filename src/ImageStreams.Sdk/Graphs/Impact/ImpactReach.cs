namespace ImageStreams.Graphs;

/// <summary>The condition under which a change reaches a node; with several paths, the best one counts.</summary>
public enum ImpactReach
{
    /// <summary>Every edge on the path is automatic.</summary>
    Automatic,

    /// <summary>An edge on the path is paused: the change follows once it is resumed.</summary>
    CutOffByPause,

    /// <summary>An edge on the path is manual: a user must act.</summary>
    Manual,
}
