namespace ImageStreams.Workloads;

/// <summary>The field that the field path of a trigger leads to.</summary>
/// <param name="Kind">The kind of the field.</param>
/// <param name="Container">The container, even where the path leads to another field than its image.</param>
internal readonly record struct PodField(PodFieldKind Kind, WorkloadContainer? Container = null)
{
    /// <summary>The container whose image the path leads to; null when it leads to something else.</summary>
    public WorkloadContainer? Target => Kind == PodFieldKind.Image ? Container : null;
}
