namespace ImageStreams.Storage;

/// <summary>Decides who gets a lease, the same way for every store; each store knows by its own clock whether one is held.</summary>
internal static class LeaseDecisions
{
    /// <summary>Acquires a lease that nobody holds, or renews it for its holder; null when another holder has it.</summary>
    /// <param name="current">The lease as it is; null when there was none of this name.</param>
    /// <param name="isHeld">True when the current lease has neither expired nor been given up.</param>
    /// <param name="name">The name of the lease.</param>
    /// <param name="holder">Who asks for it.</param>
    /// <param name="duration">The time from now until it expires.</param>
    /// <param name="now">The time of the store.</param>
    public static Lease? Acquire(
        Lease? current, bool isHeld, string name, string holder, TimeSpan duration, DateTimeOffset now)
    {
        if (isHeld && current!.Holder != holder)
        {
            return null;
        }

        var term = (current?.Term ?? 0) + (isHeld ? 0 : 1);
        return new Lease { Name = name, Holder = holder, Expires = Add(now, duration), Term = term };
    }

    /// <summary>Determines whether a lease that is held is the one that its holder wants to give up.</summary>
    public static bool IsSame(Lease current, Lease released) =>
        current.Holder == released.Holder && current.Term == released.Term;

    private static DateTimeOffset Add(DateTimeOffset now, TimeSpan duration) =>
        DateTimeOffset.MaxValue - now < duration ? DateTimeOffset.MaxValue : now + duration;
}
