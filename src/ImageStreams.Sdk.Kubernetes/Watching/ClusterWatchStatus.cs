using ImageStreams.Controllers;

namespace ImageStreams.Kubernetes;

/// <summary>The state of one watch of objects of a cluster, for health checks and status pages.</summary>
/// <param name="Objects">The objects, such as <c>secrets of the namespace shop</c>.</param>
/// <param name="Status">The state: the number of objects, since when the watch fails or is refused, and the last error.</param>
public sealed record ClusterWatchStatus(string Objects, ReflectorStatus Status)
{
    /// <summary>Returns the objects and their state, such as <c>secrets of the namespace shop: 2 objects at 118</c>.</summary>
    public override string ToString() => $"{Objects}: {Status}";
}
