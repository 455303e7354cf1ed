namespace ImageStreams.Testing.Protocol;

/// <summary>A fault that lasts until it is disposed of.</summary>
internal sealed class LastingFault(FaultPlan plan, PlannedFault fault) : IDisposable
{
    public void Dispose() => plan.Remove(fault);
}
