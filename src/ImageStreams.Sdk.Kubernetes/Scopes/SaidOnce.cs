namespace ImageStreams.Kubernetes;

/// <summary>The subjects that the log was told about already. Safe to share between threads.</summary>
/// <typeparam name="T">A subject.</typeparam>
internal sealed class SaidOnce<T>
{
    private readonly HashSet<T> _said = [];
    private readonly Lock _gate = new();

    /// <summary>Notes that something is said; false when it was said before.</summary>
    public bool Add(T what)
    {
        lock (_gate)
        {
            return _said.Add(what);
        }
    }

    /// <summary>Forgets what was said; false when nothing was.</summary>
    public bool Forget(T what)
    {
        lock (_gate)
        {
            return _said.Remove(what);
        }
    }
}
