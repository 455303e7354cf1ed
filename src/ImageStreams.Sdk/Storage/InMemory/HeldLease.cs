namespace ImageStreams.Storage;

/// <summary>A lease with the timestamp of its last renewal. Not safe for concurrent use.</summary>
internal sealed class HeldLease(Lease lease, TimeSpan duration, long renewed)
{
    private bool _isReleased;

    public Lease Lease { get; } = lease;

    public bool IsHeld(TimeProvider timeProvider) => !_isReleased && timeProvider.GetElapsedTime(renewed) < duration;

    /// <summary>Ends the lease, if it is held in the same term by the same holder.</summary>
    public bool TryRelease(Lease released, TimeProvider timeProvider)
    {
        if (!IsHeld(timeProvider) || !LeaseDecisions.IsSame(Lease, released))
        {
            return false;
        }

        _isReleased = true;
        return true;
    }
}
