namespace ImageStreams.Kubernetes;

/// <summary>The time by which something must have come over a connection, and by which it must have ended.</summary>
internal sealed class WatchDeadline : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly TimeProvider _timeProvider;
    private readonly TimeSpan _silence;
    private readonly TimeSpan _total;
    private readonly long _start;

    /// <param name="total">The time until the end.</param>
    /// <param name="silence">The time until something must have come.</param>
    /// <param name="timeProvider">The clock.</param>
    public WatchDeadline(TimeSpan total, TimeSpan silence, TimeProvider timeProvider)
    {
        (_total, _silence, _timeProvider) = (total, silence, timeProvider);
        _start = timeProvider.GetTimestamp();
        _source = new CancellationTokenSource(total < silence ? total : silence, timeProvider);
    }

    /// <summary>A token that is canceled at the deadline.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Gets a value indicating whether the deadline has passed.</summary>
    public bool IsReached => _source.IsCancellationRequested;

    /// <summary>Begins the silence anew; the end stays as it is.</summary>
    public void Extend()
    {
        var rest = _total - _timeProvider.GetElapsedTime(_start);
        var next = rest < _silence ? rest : _silence;
        _source.CancelAfter(next > TimeSpan.Zero ? next : TimeSpan.Zero);
    }

    public void Dispose() => _source.Dispose();
}
