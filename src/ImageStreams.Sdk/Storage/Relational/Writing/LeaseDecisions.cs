namespace ImageStreams.Storage;

/// <summary>Decides who gets a lease.</summary>
internal static class LeaseDecisions
{
    /// <summary>Acquires or renews a lease; null when another holder has it.</summary>
    public static Lease? Acquire(Lease? current, string name, string holder, TimeSpan duration, DateTimeOffset now)
    {
        var isHeld = current is not null && current.Expires > now;
        if (isHeld && current!.Holder != holder)
        {
            return null;
        }

        var term = (current?.Term ?? 0) + (isHeld ? 0 : 1);
        return new Lease { Name = name, Holder = holder, Expires = Add(now, duration), Term = term };
    }

    /// <summary>Gives a lease up; null when the holder does not have it any more.</summary>
    public static Lease? Release(Lease? current, Lease held, DateTimeOffset now) =>
        current is not null && current.Expires > now && current.Holder == held.Holder && current.Term == held.Term
            ? current with { Expires = now }
            : null;

    private static DateTimeOffset Add(DateTimeOffset now, TimeSpan duration) =>
        DateTimeOffset.MaxValue - now < duration ? DateTimeOffset.MaxValue : now + duration;
}
