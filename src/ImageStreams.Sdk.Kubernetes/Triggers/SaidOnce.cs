namespace ImageStreams.Kubernetes;

/// <summary>The resources about which the log was told already. Safe to share between threads.</summary>
internal sealed class SaidOnce
{
    private readonly HashSet<(TriggerResource? Resource, string? Namespace)> _said = [];
    private readonly Lock _gate = new();

    /// <summary>Notes that something is said; false when it was said before.</summary>
    public bool Add((TriggerResource? Resource, string? Namespace) what)
    {
        lock (_gate)
        {
            return _said.Add(what);
        }
    }

    /// <summary>Forgets what was said; false when nothing was.</summary>
    public bool Forget((TriggerResource? Resource, string? Namespace) what)
    {
        lock (_gate)
        {
            return _said.Remove(what);
        }
    }
}
