using System.Globalization;
using System.Text.Json;

namespace ImageStreams.AspNetCore;

/// <summary>Describes the time since an event, in the words of OpenShift's tables.</summary>
internal static class RelativeTime
{
    private const int HoursOfDay = 24;
    private const int HoursOfWeek = 7 * HoursOfDay;
    private const int HoursOfMonth = 30 * HoursOfDay;
    private const int HoursOfYear = 365 * HoursOfDay;

    /// <summary>Describes the time since a timestamp, such as <c>9 seconds ago</c>; null when there is none.</summary>
    public static string? Describe(JsonElement timestamp, DateTimeOffset now) =>
        timestamp.ValueKind == JsonValueKind.String
        && DateTimeOffset.TryParse(timestamp.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var then)
            ? $"{Describe(now - then)} ago"
            : null;

    private static string Describe(TimeSpan age) => age.TotalMinutes < 1 ? DescribeSeconds((int)age.TotalSeconds) : DescribeLonger(age);

    private static string DescribeSeconds(int seconds) => seconds switch
    {
        < 1 => "Less than a second",
        1 => "1 second",
        _ => Count(seconds, "seconds"),
    };

    private static string DescribeLonger(TimeSpan age)
    {
        var minutes = (int)age.TotalMinutes;
        var hours = (int)(age.TotalHours + 0.5);
        return (minutes, hours) switch
        {
            (1, _) => "About a minute",
            (< 60, _) => Count(minutes, "minutes"),
            (_, 1) => "About an hour",
            (_, < 2 * HoursOfDay) => Count(hours, "hours"),
            (_, < 2 * HoursOfWeek) => Count(hours / HoursOfDay, "days"),
            (_, < 2 * HoursOfMonth) => Count(hours / HoursOfWeek, "weeks"),
            (_, < 2 * HoursOfYear) => Count(hours / HoursOfMonth, "months"),
            _ => Count(hours / HoursOfYear, "years"),
        };
    }

    private static string Count(int number, string unit) => string.Create(CultureInfo.InvariantCulture, $"{number} {unit}");
}
