namespace ImageStreams.Kubernetes;

/// <summary>The time in which somebody watches; it ends when it is disposed of.</summary>
internal sealed class MirrorUse(Action onEnd) : IDisposable
{
    private int _isDisposed;

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
        {
            onEnd();
        }
    }
}
