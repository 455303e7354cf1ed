namespace ImageStreams.Policies;

/// <summary>One day of a time zone, with the times at which a window can open.</summary>
/// <param name="Zone">The time zone.</param>
/// <param name="Day">The day.</param>
internal readonly record struct GateDay(TimeZoneInfo Zone, DateOnly Day)
{
    /// <summary>A time in the middle of the day, which no clock skips.</summary>
    public DateTimeOffset Noon => ToTime(Day.ToDateTime(new TimeOnly(12, 0)), Zone.GetUtcOffset(Day.ToDateTime(new TimeOnly(12, 0))));

    /// <summary>Finds the times of the day at which a window may open, in order: beginnings of hours and changes of the clock.</summary>
    public IEnumerable<DateTimeOffset> FindChanges(TagGate.Window window)
    {
        var start = ToTime(Day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        var before = Zone.GetUtcOffset(start.AddDays(-1));
        var after = Zone.GetUtcOffset(start.AddDays(2));
        var (day, self) = (Day, this);
        var clocks = (window.Open ?? []).Select(opening => opening.From).Append(TimeSpan.Zero).Distinct();
        var times = clocks.Select(clock => day.ToDateTime(TimeOnly.MinValue) + clock)
            .SelectMany(clock => new[] { ToTime(clock, before), ToTime(clock, after) });
        var change = before == after ? Enumerable.Empty<DateTimeOffset>() : [FindChangeOfClock(start.AddDays(-1), start.AddDays(2))];
        return times.Concat(change).Where(time => self.HasDay(time)).Distinct().Order();
    }

    private bool HasDay(DateTimeOffset time) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time, Zone).DateTime) == Day;

    // To the minute: no zone of today changes its clock in between.
    private DateTimeOffset FindChangeOfClock(DateTimeOffset start, DateTimeOffset end)
    {
        var before = Zone.GetUtcOffset(start);
        var (low, high) = (0, (int)(end - start).TotalMinutes);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = Zone.GetUtcOffset(start.AddMinutes(middle)) == before ? (middle, high) : (low, middle);
        }

        return start.AddMinutes(high);
    }

    private static DateTimeOffset ToTime(DateTime clock, TimeSpan offset) =>
        new(DateTime.SpecifyKind(clock, DateTimeKind.Utc) - offset, TimeSpan.Zero);
}
