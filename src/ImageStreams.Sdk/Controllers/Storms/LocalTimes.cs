namespace ImageStreams.Controllers;

/// <summary>Converts local times to points in time, those included that a change of the clocks skips or repeats.</summary>
/// <param name="zone">The time zone.</param>
internal sealed class LocalTimes(TimeZoneInfo zone)
{
    /// <summary>The longest search for the beginning of a skipped time: a day, which islands at the date line have skipped.</summary>
    private const int MaxSkippedMinutes = 24 * 60;

    public DateTime ToLocal(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, zone).DateTime;

    /// <summary>Gets the first point in time that has a local time; the end of the gap when that is skipped.</summary>
    public DateTimeOffset GetFirst(DateTime local) => Get(local, static offsets => offsets.Max());

    /// <summary>Gets the last point in time that has a local time; the end of the gap when that is skipped.</summary>
    public DateTimeOffset GetLast(DateTime local) => Get(local, static offsets => offsets.Min());

    private DateTimeOffset Get(DateTime local, Func<TimeSpan[], TimeSpan> choose)
    {
        local = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        if (zone.IsInvalidTime(local))
        {
            return FindEndOfGap(local);
        }

        var offset = zone.IsAmbiguousTime(local) ? choose(zone.GetAmbiguousTimeOffsets(local)) : zone.GetUtcOffset(local);
        return Create(local, offset);
    }

    /// <summary>Finds the point in time at which the clocks are put forward over a local time.</summary>
    private DateTimeOffset FindEndOfGap(DateTime local)
    {
        var before = new DateTime(local.Ticks - (local.Ticks % TimeSpan.TicksPerMinute), DateTimeKind.Unspecified);
        for (var minute = 0; minute < MaxSkippedMinutes && zone.IsInvalidTime(before); minute++)
        {
            before = before.AddMinutes(-1);
        }

        return Create(before, zone.GetUtcOffset(before)).AddMinutes(1);
    }

    /// <summary>Creates a point in time in UTC; the first or the last one when it is out of range.</summary>
    private static DateTimeOffset Create(DateTime local, TimeSpan offset)
    {
        var ticks = Math.Clamp(local.Ticks - offset.Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks);
        return new DateTimeOffset(ticks, TimeSpan.Zero);
    }
}
