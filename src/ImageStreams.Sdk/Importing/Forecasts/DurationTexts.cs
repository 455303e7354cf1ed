namespace ImageStreams.Importing;

/// <summary>Formats durations for people, with the two largest units, such as <c>1 h 20 min</c>.</summary>
internal static class DurationTexts
{
    private const long Second = 1;
    private const long Minute = 60 * Second;
    private const long Hour = 60 * Minute;
    private const long Day = 24 * Hour;

    private static readonly (long Seconds, string Unit)[] Units =
        [(Day, "d"), (Hour, "h"), (Minute, "min"), (Second, "s")];

    /// <summary>Formats a duration, rounded to whole seconds and then down to the smaller unit.</summary>
    public static string Format(TimeSpan time)
    {
        var seconds = (long)Math.Round(time.TotalSeconds);
        var first = Math.Max(0, Array.FindIndex(Units, unit => seconds >= unit.Seconds));
        return seconds <= 0
            ? "less than a second"
            : string.Join(' ', Units.Skip(first).Take(2).Select(Part).Where(part => part.Length > 0));

        string Part((long Seconds, string Unit) unit)
        {
            (var count, seconds) = Math.DivRem(seconds, unit.Seconds);
            return count == 0 ? "" : $"{count} {unit.Unit}";
        }
    }
}
