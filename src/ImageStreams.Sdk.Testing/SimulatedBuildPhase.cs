namespace ImageStreams.Testing;

/// <summary>The phases of a build, with OpenShift's names.</summary>
public enum SimulatedBuildPhase
{
    /// <summary>The build waits for an earlier build, or for the stream that it pushes to.</summary>
    New,

    /// <summary>The build runs.</summary>
    Running,

    /// <summary>The build has ended, and its image was pushed.</summary>
    Complete,

    /// <summary>The build has failed.</summary>
    Failed,

    /// <summary>A later build replaced this one before it ran.</summary>
    Cancelled,
}
