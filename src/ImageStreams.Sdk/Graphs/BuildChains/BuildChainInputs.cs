namespace ImageStreams.Graphs;

/// <summary>The inputs of a build that count in a search for dependents or dependencies.</summary>
public enum BuildChainInputs
{
    /// <summary>The images whose change starts the build automatically.</summary>
    TriggersOnly,

    /// <summary>These images, and the image that the build starts from without a trigger.</summary>
    All,
}
