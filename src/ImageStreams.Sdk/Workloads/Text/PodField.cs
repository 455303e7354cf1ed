namespace ImageStreams.Workloads;

/// <summary>Where the field path of a trigger leads.</summary>
/// <param name="Kind">To the image of a container, or why not.</param>
/// <param name="Container">The container, even where the path goes on to another field than its image.</param>
internal readonly record struct PodField(PodFieldKind Kind, WorkloadContainer? Container = null)
{
    /// <summary>The container whose image the path leads to; null when it does not lead to one.</summary>
    public WorkloadContainer? Target => Kind == PodFieldKind.Image ? Container : null;
}
