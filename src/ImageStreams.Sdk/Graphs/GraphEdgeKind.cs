namespace ImageStreams.Graphs;

/// <summary>What an edge of a <see cref="TagGraph"/> means; edges lead the way that images take.</summary>
public enum GraphEdgeKind
{
    /// <summary>
    /// From a tag to one that follows it. Automatic within a stream; to another stream OpenShift copies once, and never
    /// again.
    /// </summary>
    Follows,

    /// <summary>From an image elsewhere to a tag that imports it. Automatic where the import is scheduled.</summary>
    Imports,

    /// <summary>From one image of a stream to a tag that names it. Never fires: an image does not change.</summary>
    Pins,

    /// <summary>From the base image of a build's strategy to the build. Never fires: its trigger does.</summary>
    BuildBase,

    /// <summary>From what an image-change trigger listens to, to the build. Automatic unless it is paused.</summary>
    BuildTrigger,

    /// <summary>From an image that a build copies files from, to the build. Never fires.</summary>
    BuildSource,

    /// <summary>From a build to where its image goes. Always automatic.</summary>
    BuildOutput,

    /// <summary>
    /// To a workload that runs the image. Automatic by a trigger, unless it is paused; manual where a container names
    /// the image itself.
    /// </summary>
    Deploys,
}
