namespace ImageStreams.Graphs;

/// <summary>Which inputs of a build count when dependants and dependencies are looked for.</summary>
public enum BuildChainInputs
{
    /// <summary>Images whose change starts the build: what happens by itself.</summary>
    TriggersOnly,

    /// <summary>Also the image that the build starts from, whether or not a trigger watches it.</summary>
    All,
}
