namespace ImageStreams.Graphs;

/// <summary>The condition under which a change follows an edge.</summary>
public enum EdgeFiring
{
    /// <summary>The change follows automatically: a trigger fires, a tracking tag moves, a build pushes.</summary>
    Automatic,

    /// <summary>The change would follow automatically, but a trigger or the object is paused.</summary>
    Paused,

    /// <summary>A user must act: start a build, import or copy a tag, recreate the pods.</summary>
    Manual,
}
