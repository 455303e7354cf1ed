namespace ImageStreams.Testing;

/// <summary>How far a build has come, in OpenShift's words.</summary>
public enum SimulatedBuildPhase
{
    /// <summary>It waits: for an earlier build, or for the stream that its image goes to.</summary>
    New,

    /// <summary>It runs.</summary>
    Running,

    /// <summary>It is done, and its image was pushed.</summary>
    Complete,

    /// <summary>It failed.</summary>
    Failed,

    /// <summary>A later build has taken its place before it ran.</summary>
    Cancelled,
}
