namespace ImageStreams.Storage;

/// <summary>A lease with the time of its last renewal. Not safe for concurrent use.</summary>
internal sealed class HeldLease
{
    private readonly long _renewed;
    private readonly TimeSpan _duration;
    private bool _isReleased;

    private HeldLease(Lease lease, TimeSpan duration, long renewed)
    {
        Lease = lease;
        _duration = duration;
        _renewed = renewed;
    }

    public Lease Lease { get; }

    public static HeldLease Create(string name, string holder, TimeSpan duration, long term, TimeProvider timeProvider)
    {
        var now = timeProvider.GetUtcNow();
        var expires = duration < DateTimeOffset.MaxValue - now ? now + duration : DateTimeOffset.MaxValue;
        var lease = new Lease { Name = name, Holder = holder, Expires = expires, Term = term };
        return new HeldLease(lease, duration, timeProvider.GetTimestamp());
    }

    public bool IsHeld(TimeProvider timeProvider) => !_isReleased && timeProvider.GetElapsedTime(_renewed) < _duration;

    /// <summary>Ends the lease, if it is held in the same term by the same holder.</summary>
    public bool TryRelease(Lease lease, TimeProvider timeProvider)
    {
        if (!IsHeld(timeProvider) || lease.Holder != Lease.Holder || lease.Term != Lease.Term)
        {
            return false;
        }

        _isReleased = true;
        return true;
    }
}
