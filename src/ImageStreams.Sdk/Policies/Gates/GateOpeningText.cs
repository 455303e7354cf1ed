using System.Globalization;
using ImageStreams.Collections;

namespace ImageStreams.Policies;

/// <summary>The hours of a window as text: <c>mon-fri 08:00-17:00</c>, <c>sat,sun</c>, <c>22:00-02:00</c>.</summary>
internal static class GateOpeningText
{
    private const int MaxLength = 64;
    private const int DaysPerWeek = 7;
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Reads hours; null when the text is none.</summary>
    public static GateOpening? Read(string text)
    {
        var parts = text.Length > MaxLength ? [] : text.Split(' ');
        if (parts.Length is 0 or > 2)
        {
            return null;
        }

        var hasDays = parts[0].Length > 0 && char.IsAsciiLetterLower(parts[0][0]);
        if (!hasDays)
        {
            return parts.Length == 1 ? ReadHours(parts[0], new GateOpening()) : null;
        }

        var opening = ReadDays(parts[0]) is { } days ? new GateOpening { Days = days } : null;
        return parts.Length == 1 || opening is null ? opening : ReadHours(parts[1], opening);
    }

    /// <summary>Writes hours.</summary>
    public static string Write(GateOpening opening)
    {
        var isWholeDay = opening.From == TimeSpan.Zero && opening.To == Day;
        var hours = $"{WriteTime(opening.From)}-{WriteTime(opening.To)}";
        if (opening.Days.IsEmpty)
        {
            return hours;
        }

        var days = string.Join(',', opening.Days.Select(day => TagGateWords.Days[(int)day]));
        return isWholeDay ? days : $"{days} {hours}";
    }

    private static GateOpening? ReadHours(string text, GateOpening opening)
    {
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        var from = dash < 0 ? null : ReadTime(text[..dash]);
        var to = dash < 0 ? null : ReadTime(text[(dash + 1)..]);
        return from is null || to is null ? null : opening with { From = from.Value, To = to.Value };
    }

    private static TimeSpan? ReadTime(string text)
    {
        if (text == "24:00")
        {
            return Day;
        }

        return TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time.ToTimeSpan()
            : null;
    }

    private static ValueList<DayOfWeek>? ReadDays(string text)
    {
        var days = new List<DayOfWeek>();
        foreach (var part in text.Split(','))
        {
            var dash = part.IndexOf('-', StringComparison.Ordinal);
            var first = Array.IndexOf(TagGateWords.Days, dash < 0 ? part : part[..dash]);
            var last = Array.IndexOf(TagGateWords.Days, part[(dash + 1)..]);
            if (first < 0 || last < 0)
            {
                return null;
            }

            var count = ((last - first + DaysPerWeek) % DaysPerWeek) + 1;
            days.AddRange(Enumerable.Range(first, count).Select(day => (DayOfWeek)(day % DaysPerWeek)));
        }

        return [.. days.Distinct()];
    }

    private static string WriteTime(TimeSpan time) =>
        time == Day ? "24:00" : time.ToString(@"hh\:mm", CultureInfo.InvariantCulture);
}
