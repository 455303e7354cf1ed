using ImageStreams.Collections;
using ImageStreams.Internal;

namespace ImageStreams.Controllers;

/// <summary>The times in which changes are allowed: windows of each week, apart from freezes.</summary>
/// <remarks>
/// <para>Local times count, also when the clocks are put forward or back. A window that opens or closes at a time which is
/// skipped does so at the moment of the skip; one that lies within it does not open on that day. A time that comes twice opens a
/// window when it comes first, and closes it when it comes last.</para>
/// <para>Pure and immutable; safe to share between threads.</para>
/// </remarks>
/// <example><code>
/// var windows = new ChangeWindows(new ChangeWindowsOptions
/// {
///     TimeZone = "Europe/Berlin",
///     Windows = { new ChangeWindowOptions { Days = { DayOfWeek.Tuesday }, From = TimeSpan.FromHours(22), To = TimeSpan.FromHours(4) } },
/// });
/// </code></example>
public sealed class ChangeWindows
{
    /// <summary>The days to search for an opening: a window that opens once a week opens in the fifth week at the latest.</summary>
    private const int SearchedDays = 35;

    private static readonly DateTime LatestDay = DateTime.MaxValue.Date.AddDays(-2);

    private readonly LocalTimes _times;
    private readonly ValueList<(HashSet<DayOfWeek> Days, TimeSpan From, TimeSpan Length)> _windows;
    private readonly ValueList<TimeSlot> _freezes;

    /// <summary>Initializes windows.</summary>
    /// <param name="options">The options.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public ChangeWindows(ChangeWindowsOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        OptionsErrors.ThrowIfAny(options);

        _times = new LocalTimes(TimeZoneInfo.FindSystemTimeZoneById(options.TimeZone));
        _windows = options.Windows.Select(Read).ToValueList();
        _freezes = options.Freezes
            .Select(freeze => new TimeSlot(_times.GetFirst(freeze.From), _times.GetLast(freeze.To)))
            .ToValueList();
    }

    /// <summary>Determines whether changes are allowed at a time.</summary>
    /// <param name="time">The time.</param>
    public bool IsOpen(DateTimeOffset time) => GetNextOpening(time) == time;

    /// <summary>Gets the first time from which changes are allowed.</summary>
    /// <param name="time">The time from which to search.</param>
    /// <returns><paramref name="time"/> itself when they are allowed then; null when they never are.</returns>
    public DateTimeOffset? GetNextOpening(DateTimeOffset time)
    {
        var next = FindOpenWindow(time);
        while (next is { } opening && FindFreezeEnd(opening) is { } end)   // each turn is behind one more freeze
        {
            next = FindOpenWindow(end);
        }

        return next;
    }

    private static (HashSet<DayOfWeek> Days, TimeSpan From, TimeSpan Length) Read(ChangeWindowOptions window) => (
        window.Days.Count > 0 ? [.. window.Days] : [.. Enum.GetValues<DayOfWeek>()],
        window.From,
        window.To > window.From ? window.To - window.From : window.To - window.From + TimeSpan.FromDays(1));

    private DateTimeOffset? FindFreezeEnd(DateTimeOffset time) => _freezes
        .Where(freeze => freeze.Contains(time))
        .Select(freeze => (DateTimeOffset?)freeze.To)
        .FirstOrDefault();

    /// <summary>Finds the first time at or after another one that is in a window, regardless of freezes.</summary>
    private DateTimeOffset? FindOpenWindow(DateTimeOffset time)
    {
        if (_windows.IsEmpty)
        {
            return time;
        }

        var day = _times.ToLocal(time).Date.AddDays(time.UtcDateTime > DateTime.MinValue.AddDays(2) ? -1 : 0);
        for (var i = 0; i < SearchedDays && day <= LatestDay; i++, day = day.AddDays(1))
        {
            if (FindOpenWindow(time, day) is { } opening)
            {
                return opening;
            }
        }

        return null;
    }

    /// <summary>Finds the first time at or after another one in the windows that open on a day.</summary>
    private DateTimeOffset? FindOpenWindow(DateTimeOffset time, DateTime day)
    {
        DateTimeOffset? first = null;
        foreach (var (_, from, length) in _windows.Where(window => window.Days.Contains(day.DayOfWeek)))
        {
            var slot = new TimeSlot(_times.GetFirst(day + from), _times.GetLast(day + from + length));
            if (slot.To > time && slot.To > slot.From)
            {
                var opening = slot.From > time ? slot.From : time;
                first = first < opening ? first : opening;
            }
        }

        return first;
    }
}
