namespace ImageStreams.Testing.Server;

/// <summary>A fault that waits for its requests.</summary>
/// <param name="fault">The fault.</param>
/// <param name="filter">Selects the requests; null for those that the fault can concern.</param>
/// <param name="times">The number of requests.</param>
internal sealed class PlannedClusterFault(ClusterFault fault, Func<ClusterRequest, bool>? filter, int times)
{
    private int _left = times;

    public ClusterFault Fault => fault;

    public bool Selects(ClusterRequest request) => filter is null ? CanConcern(request) : filter(request);

    /// <summary>Counts one request.</summary>
    /// <returns>True when it was the last.</returns>
    public bool TakeOne() => _left != int.MaxValue && --_left == 0;

    private bool CanConcern(ClusterRequest request) => fault switch
    {
        ClusterFault.Refusal { Code: 409 } => request.IsWrite,
        ClusterFault.Refusal { Code: 410 } => request.Method == "GET",
        ClusterFault.Cut => request.IsWatch,
        _ => true,
    };
}
