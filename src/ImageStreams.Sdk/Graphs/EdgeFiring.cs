namespace ImageStreams.Graphs;

/// <summary>Whether a change goes along an edge by itself.</summary>
public enum EdgeFiring
{
    /// <summary>It does: a trigger fires, a tracking tag moves, a build pushes.</summary>
    Automatic,

    /// <summary>It would, but a trigger or the object is paused.</summary>
    Paused,

    /// <summary>Somebody must act: start a build, import or copy a tag, create the pods anew.</summary>
    Manual,
}
