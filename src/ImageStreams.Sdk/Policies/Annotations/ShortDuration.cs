using System.Globalization;
using System.Text;

namespace ImageStreams.Policies;

/// <summary>Durations as people write them: <c>90m</c>, <c>1h30m</c>, <c>7d</c>; whole milliseconds.</summary>
internal static class ShortDuration
{
    private const int MaxLength = 32;

    private static readonly (string Mark, long Ticks)[] Units =
    [
        ("d", TimeSpan.TicksPerDay),
        ("h", TimeSpan.TicksPerHour),
        ("ms", TimeSpan.TicksPerMillisecond),
        ("m", TimeSpan.TicksPerMinute),
        ("s", TimeSpan.TicksPerSecond),
    ];

    /// <summary>Reads a duration; null when the text is none, or longer than ten million days.</summary>
    public static TimeSpan? Read(string text)
    {
        var total = TimeSpan.Zero;
        var rest = text.Length <= MaxLength ? text.AsSpan() : default;
        var isEmpty = rest.IsEmpty;
        while (!rest.IsEmpty)
        {
            if (TakePart(ref rest) is not { } part || part > TimeSpan.MaxValue - total)
            {
                return null;
            }

            total += part;
        }

        return isEmpty ? null : total;
    }

    /// <summary>Writes a duration, which is not negative.</summary>
    public static string Write(TimeSpan duration)
    {
        var text = new StringBuilder();
        var left = duration.Ticks;
        foreach (var (mark, ticks) in Units.OrderByDescending(unit => unit.Ticks))
        {
            _ = left >= ticks ? text.Append(CultureInfo.InvariantCulture, $"{left / ticks}{mark}") : text;
            left %= ticks;
        }

        return text.Length == 0 ? "0s" : text.ToString();
    }

    private static TimeSpan? TakePart(ref ReadOnlySpan<char> rest)
    {
        var digits = rest.IndexOfAnyExceptInRange('0', '9');
        if (digits <= 0 || !int.TryParse(rest[..digits], NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            return null;
        }

        foreach (var (mark, ticks) in Units)
        {
            if (rest[digits..].StartsWith(mark, StringComparison.Ordinal) && count <= TimeSpan.MaxValue.Ticks / ticks)
            {
                rest = rest[(digits + mark.Length)..];
                return new TimeSpan(count * ticks);
            }
        }

        return null;
    }
}
