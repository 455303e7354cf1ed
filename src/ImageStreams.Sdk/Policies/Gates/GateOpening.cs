using ImageStreams.Collections;

namespace ImageStreams.Policies;

/// <summary>Hours of the week at which a tag may move.</summary>
public sealed record GateOpening
{
    /// <summary>The days of the week on which the hours begin, without repeats; empty for every day.</summary>
    public ValueList<DayOfWeek> Days { get; init; }

    /// <summary>The time of day at which the hours begin, in whole minutes, below 24 hours; 00:00 by default.</summary>
    public TimeSpan From { get; init; }

    /// <summary>
    /// The time of day at which they end, in whole minutes, at most 24 hours, which is the default. At or before
    /// <see cref="From"/> it is the time of the next day; never equal to it.
    /// </summary>
    public TimeSpan To { get; init; } = TimeSpan.FromDays(1);

    /// <summary>Returns the hours as the annotation has them, such as <c>mon-fri 08:00-17:00</c>.</summary>
    public override string ToString() => GateOpeningText.Write(this);

    /// <summary>Determines whether the hours contain a time of the clock.</summary>
    internal bool Contains(DateTime local)
    {
        var time = local.TimeOfDay;
        if (From < To)
        {
            return HasDay(local.DayOfWeek) && time >= From && time < To;
        }

        return (HasDay(local.DayOfWeek) && time >= From) || (HasDay(Before(local.DayOfWeek)) && time < To);
    }

    private bool HasDay(DayOfWeek day) => Days.IsEmpty || Days.Contains(day);

    private static DayOfWeek Before(DayOfWeek day) => (DayOfWeek)(((int)day + 6) % 7);
}
