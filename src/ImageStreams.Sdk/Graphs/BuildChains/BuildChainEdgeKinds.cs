namespace ImageStreams.Graphs;

/// <summary>Why one node of a build chain leads to another; an edge may have several reasons.</summary>
[Flags]
public enum BuildChainEdgeKinds
{
    /// <summary>None; no edge of a chain has this.</summary>
    None = 0,

    /// <summary>The build takes its sources from the git repository.</summary>
    BuildInput = 1,

    /// <summary>The build starts from the image: it is the <c>from</c> of the strategy.</summary>
    BuildInputImage = 2,

    /// <summary>A change of the image starts the build. A paused trigger counts, too.</summary>
    BuildTriggerImage = 4,

    /// <summary>The build makes the image: it is the build's <c>output.to</c>.</summary>
    BuildOutput = 8,
}
