namespace ImageStreams.Kubernetes;

/// <summary>A number of writes at once, of which one more is allowed after each interval. Not thread-safe.</summary>
/// <param name="burst">The number.</param>
/// <param name="interval">The interval.</param>
/// <param name="now">The time of the beginning.</param>
internal sealed class EventAllowance(int burst, TimeSpan interval, DateTimeOffset now)
{
    private double _left = burst;
    private DateTimeOffset _last = now;

    /// <summary>Gets a value indicating whether a write is allowed at a time.</summary>
    public bool IsOpen(DateTimeOffset time)
    {
        _left = Math.Min(burst, _left + Math.Max(0, (time - _last) / interval));
        _last = time;
        return _left >= 1;
    }

    /// <summary>Takes a write that is allowed.</summary>
    public void Take() => _left--;
}
