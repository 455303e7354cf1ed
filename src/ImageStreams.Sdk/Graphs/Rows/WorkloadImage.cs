namespace ImageStreams.Graphs;

/// <summary>An image that a container names itself.</summary>
/// <param name="PullSpec">The name.</param>
/// <param name="Index">Its number in the workload.</param>
internal readonly record struct WorkloadImage(string PullSpec, int Index);
