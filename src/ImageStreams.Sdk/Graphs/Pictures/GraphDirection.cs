namespace ImageStreams.Graphs;

/// <summary>The direction of the edges of a picture.</summary>
public enum GraphDirection
{
    /// <summary>Edges lead from left to right.</summary>
    LeftToRight,

    /// <summary>Edges lead from top to bottom.</summary>
    TopToBottom,
}
