namespace ImageStreams.Testing.Protocol;

/// <summary>A fault, and the requests that it is meant for.</summary>
/// <param name="fault">The fault.</param>
/// <param name="filter">Which requests.</param>
/// <param name="times">How many of them; null for all.</param>
internal sealed class PlannedFault(RegistryFault fault, RegistryRequestFilter filter, int? times)
{
    private int? _left = times;

    public RegistryFault Fault => fault;

    public bool IsFor(WireRequest request) =>
        filter.Matches(request.Host, request.Method, request.Route.Repository, request.Route.Resource);

    /// <summary>Uses it once; says whether that was the last time.</summary>
    public bool IsSpent() => --_left <= 0;
}
