namespace ImageStreams.Graphs;

/// <summary>Where the edges of a picture lead.</summary>
public enum GraphDirection
{
    /// <summary>From left to right.</summary>
    LeftToRight,

    /// <summary>From top to bottom.</summary>
    TopToBottom,
}
