namespace ImageStreams.Graphs;

/// <summary>The meaning of an edge of a <see cref="TagGraph"/>. Edges lead in the direction in which images move.</summary>
public enum GraphEdgeKind
{
    /// <summary>
    /// From a tag to a tag that follows it. Automatic within a stream; OpenShift copies the image to another stream once
    /// only.
    /// </summary>
    Follows,

    /// <summary>From an image outside the streams to a tag that imports it. Automatic when the import is scheduled.</summary>
    Imports,

    /// <summary>From one image of a stream to a tag that names it. Never fires, because an image does not change.</summary>
    Pins,

    /// <summary>From the base image of a build's strategy to the build. Never fires on its own; a trigger does.</summary>
    BuildBase,

    /// <summary>From the image that an image-change trigger watches to the build. Automatic unless it is paused.</summary>
    BuildTrigger,

    /// <summary>From an image that a build copies files from to the build. Never fires.</summary>
    BuildSource,

    /// <summary>From a build to its output image. Always automatic.</summary>
    BuildOutput,

    /// <summary>
    /// To a workload that runs the image. Automatic by a trigger, unless it is paused; manual when a container names the
    /// image itself.
    /// </summary>
    Deploys,
}
