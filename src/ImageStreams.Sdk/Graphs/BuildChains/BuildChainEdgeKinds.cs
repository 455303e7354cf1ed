namespace ImageStreams.Graphs;

/// <summary>The kinds of edges of a build chain. An edge may have several.</summary>
[Flags]
public enum BuildChainEdgeKinds
{
    /// <summary>No kind; no edge of a chain has this value.</summary>
    None = 0,

    /// <summary>The build takes its source from the Git repository (<c>source.git</c>).</summary>
    BuildInput = 1,

    /// <summary>The build starts from the image (<c>from</c> of the strategy).</summary>
    BuildInputImage = 2,

    /// <summary>
    /// A change of the image starts the build (<c>triggers[].imageChange</c>). A paused trigger counts as well.
    /// </summary>
    BuildTriggerImage = 4,

    /// <summary>The build pushes the image (<c>output.to</c>).</summary>
    BuildOutput = 8,
}
