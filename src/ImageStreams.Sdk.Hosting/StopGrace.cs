namespace ImageStreams.Hosting;

/// <summary>The time in which something ends that was canceled at the end of the host's time. For one stop.</summary>
internal sealed class StopGrace : IDisposable
{
    /// <summary>The time after that of the host.</summary>
    public static readonly TimeSpan Duration = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _isOver;
    private readonly CancellationTokenRegistration _registration;

    /// <param name="timeProvider">The time provider.</param>
    /// <param name="hostTimeIsOver">A token that is canceled when the host's time is over.</param>
    public StopGrace(TimeProvider timeProvider, CancellationToken hostTimeIsOver)
    {
        _isOver = new CancellationTokenSource(Timeout.InfiniteTimeSpan, timeProvider);
        _registration = hostTimeIsOver.Register(() => _isOver.CancelAfter(Duration));
    }

    /// <summary>A token that is canceled when the grace is over as well.</summary>
    public CancellationToken IsOver => _isOver.Token;

    public void Dispose()
    {
        _registration.Dispose();
        _isOver.Dispose();
    }
}
