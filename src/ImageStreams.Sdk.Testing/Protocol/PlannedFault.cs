namespace ImageStreams.Testing.Protocol;

/// <summary>A fault, and the requests that it applies to.</summary>
/// <param name="fault">The fault.</param>
/// <param name="filter">The requests that fail.</param>
/// <param name="times">The number of requests that fail; null for all.</param>
internal sealed class PlannedFault(RegistryFault fault, RegistryRequestFilter filter, int? times)
{
    private int? _left = times;

    public RegistryFault Fault => fault;

    public bool IsFor(WireRequest request) =>
        filter.Matches(request.Host, request.Method, request.Route.Repository, request.Route.Resource);

    /// <summary>Uses the fault once; returns true when that was the last time.</summary>
    public bool IsSpent() => --_left <= 0;
}
