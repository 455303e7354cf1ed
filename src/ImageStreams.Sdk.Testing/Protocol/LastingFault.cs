namespace ImageStreams.Testing.Protocol;

/// <summary>A fault that lasts until it is disposed of.</summary>
internal sealed class LastingFault(FaultQueue plan, PlannedFault fault) : IDisposable
{
    public void Dispose() => plan.Remove(fault);
}
