namespace ImageStreams.Graphs;

/// <summary>By what a change gets somewhere; of several ways the best counts.</summary>
public enum ImpactReach
{
    /// <summary>By itself, all the way.</summary>
    Automatic,

    /// <summary>Only over something that is paused: it would come once that is resumed.</summary>
    CutOffByPause,

    /// <summary>Only if somebody does something on the way.</summary>
    Manual,
}
