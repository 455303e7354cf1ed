namespace ImageStreams.Controllers;

/// <summary>The time from one point, inclusive, to another, exclusive.</summary>
internal readonly record struct TimeSlot(DateTimeOffset From, DateTimeOffset To)
{
    public bool Contains(DateTimeOffset time) => time >= From && time < To;
}
