using System.Globalization;

namespace ImageStreams.AspNetCore;

/// <summary>Writes ages as the tables of Kubernetes have them: one unit, or two while they are small.</summary>
internal static class AgeText
{
    /// <summary>Writes an age, such as <c>45s</c>, <c>5m12s</c> or <c>3d</c>.</summary>
    public static string Format(TimeSpan age) => age.TotalSeconds switch
    {
        < 0 => "0s",
        < 120 => Join((long)age.TotalSeconds, "s", 0, ""),
        < 600 => Join((long)age.TotalMinutes, "m", age.Seconds, "s"),
        < 10_800 => Join((long)age.TotalMinutes, "m", 0, ""),
        < 28_800 => Join((long)age.TotalHours, "h", age.Minutes, "m"),
        < 172_800 => Join((long)age.TotalHours, "h", 0, ""),
        < 691_200 => Join((long)age.TotalDays, "d", age.Hours, "h"),
        _ => Join((long)age.TotalDays, "d", 0, ""),
    };

    private static string Join(long first, string unit, long second, string smaller) => second == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{first}{unit}")
        : string.Create(CultureInfo.InvariantCulture, $"{first}{unit}{second}{smaller}");
}
