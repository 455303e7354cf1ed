using System.Diagnostics.CodeAnalysis;

namespace ImageStreams.Policies;

/// <summary>The hours and days of a window, in its time zone.</summary>
/// <remarks>
/// The clock on the wall counts: hours that the clock skips in spring begin when it goes on, and hours that it repeats in autumn are
/// open both times.
/// </remarks>
internal sealed class GateCalendar
{
    private const int MaxZone = 64;

    // A week may lose one opening to a change of the clock, and none is lost twice.
    private const int SearchedDays = 16;

    // Days before it have no days before them.
    private const int FirstDay = 2;

    private readonly TagGate.Window _window;
    private readonly TimeZoneInfo _zone;

    private GateCalendar(TagGate.Window window, TimeZoneInfo zone)
    {
        _window = window;
        _zone = zone;
    }

    /// <summary>Creates the calendar of a window; null when this machine has no such time zone.</summary>
    public static GateCalendar? Create(TagGate.Window window) =>
        FindZone(window.TimeZone, out var zone) ? new GateCalendar(window, zone) : null;

    /// <summary>Determines whether a tag may move at a time.</summary>
    public bool IsOpen(DateTimeOffset time)
    {
        var local = TimeZoneInfo.ConvertTime(time, _zone).DateTime;
        return FindFreeze(DateOnly.FromDateTime(local)) is null && IsOpenAt(local);
    }

    /// <summary>Finds the freeze at a time; null for none.</summary>
    public GateFreeze? FindFreeze(DateTimeOffset time) => FindFreeze(ToDay(time));

    /// <summary>Finds the first time after another one at which a tag may move; null when there is none before the year 9999.</summary>
    public DateTimeOffset? FindNextOpening(DateTimeOffset now)
    {
        DateTimeOffset? from = now;
        for (var i = 0; from is { } start && i <= _window.Freezes.Count; i++)
        {
            if (FindOpening(start, now) is { } opening)
            {
                return opening;
            }

            from = FindThaw(start);
        }

        return null;
    }

    /// <summary>Determines whether the window opens again after the last of its freezes.</summary>
    public bool OpensAtLast()
    {
        var last = _window.Freezes.Select(freeze => freeze.To).DefaultIfEmpty(DateOnly.FromDateTime(DateTime.UnixEpoch)).Max();
        return FindNextOpening(new GateDay(_zone, last).Noon) is not null;
    }

    private DateTimeOffset? FindOpening(DateTimeOffset start, DateTimeOffset now)
    {
        var day = DateOnly.FromDayNumber(Math.Max(FirstDay, ToDay(start).DayNumber - 1));
        for (var i = 0; i < SearchedDays && day < DateOnly.MaxValue.AddDays(-2); i++, day = day.AddDays(1))
        {
            foreach (var time in new GateDay(_zone, day).FindChanges(_window))
            {
                if (time > now && IsOpen(time))
                {
                    return time;
                }
            }
        }

        return null;
    }

    // The end of the first freeze that ends after a time: between freezes, more days are searched than a week has.
    private DateTimeOffset? FindThaw(DateTimeOffset start)
    {
        var day = ToDay(start);
        var ends = _window.Freezes.Where(freeze => freeze.To >= day && freeze.To < DateOnly.MaxValue.AddDays(-SearchedDays));
        var end = ends.Select(freeze => freeze.To).DefaultIfEmpty(DateOnly.MaxValue).Min();
        return end == DateOnly.MaxValue ? null : new GateDay(_zone, end.AddDays(1)).Noon;
    }

    private bool IsOpenAt(DateTime local) => _window.Open is not { } hours || hours.Any(opening => opening.Contains(local));

    private GateFreeze? FindFreeze(DateOnly day) => _window.Freezes.FirstOrDefault(freeze => freeze.From <= day && day <= freeze.To);

    private DateOnly ToDay(DateTimeOffset time) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time, _zone).DateTime);

    private static bool FindZone(string name, [NotNullWhen(true)] out TimeZoneInfo? zone)
    {
        zone = name == TagGateWords.Utc ? TimeZoneInfo.Utc : null;
        var isName = name.Length is > 0 and <= MaxZone && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '_' or '-' or '+');
        return zone is not null || (isName && TimeZoneInfo.TryFindSystemTimeZoneById(name, out zone));
    }
}
